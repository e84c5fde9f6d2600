import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** What the browser's window is called. */
export function useTitle(title: string): void {
  const { t } = useTranslation('shell');
  const system = t('systemName');
  useEffect(() => {
    document.title = `${title} - ${system}`;
  }, [title, system]);
}
