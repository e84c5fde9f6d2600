import { useTranslation } from 'react-i18next';

/** The last resort when a page itself breaks, or its file cannot be loaded after an update. */
export function PageFailed() {
  const { t } = useTranslation('shell');
  return (
    <main className="page-failed" role="alert">
      <p>{t('unexpected')}</p>
      <button type="button" onClick={() => window.location.reload()}>
        {t('retry')}
      </button>
    </main>
  );
}
