import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CallState } from '../call/index.ts';

/** Trouble between this screen and the server; the visit itself may be well. */
export function LineState({ state: { line, mediaPath, refusal } }: { state: CallState }) {
  const { t } = useTranslation('supervision');
  if (refusal) return <Alert type="error" showIcon role="alert" title={refusal.title} />;
  if (line === 'lost' || line === 'closed') {
    return <Alert type="error" showIcon role="alert" title={t('lineLost')} />;
  }
  if (mediaPath === 'broken') return <Alert type="warning" showIcon role="alert" title={t('mediaBroken')} />;
  return (
    <p className="quiet line-state" role="status">
      {t(line === 'joined' ? 'joined' : 'joining')}
    </p>
  );
}
