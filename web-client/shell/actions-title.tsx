import { useTranslation } from 'react-i18next';

/** The head of a column of buttons: nothing to see, something to read out. */
export function ActionsTitle() {
  const { t } = useTranslation('shell');
  return <span className="visually-hidden">{t('actions')}</span>;
}
