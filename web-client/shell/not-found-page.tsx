import { Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTitle } from './use-title.ts';

export function NotFoundPage() {
  const { t } = useTranslation('shell');
  useTitle(t('notFoundTitle'));
  return (
    <Result status="info" title={<h1>{t('notFoundTitle')}</h1>} extra={<Link to="/">{t('goHome')}</Link>} />
  );
}
