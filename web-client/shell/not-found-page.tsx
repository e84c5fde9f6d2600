import { Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function NotFoundPage() {
  const { t } = useTranslation('shell');
  return <Result status="info" title={t('notFoundTitle')} extra={<Link to="/">{t('goHome')}</Link>} />;
}
