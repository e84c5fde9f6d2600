import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The one heading of a page, also the title of the browser's window. */
export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  const { t } = useTranslation('shell');
  const system = t('systemName');
  useEffect(() => {
    document.title = `${title} - ${system}`;
  }, [title, system]);
  return (
    <div className="page-head">
      <h1>{title}</h1>
      <div className="page-head-actions no-print">{children}</div>
    </div>
  );
}
