import type { ReactNode } from 'react';
import { useTitle } from './use-title.ts';

/** The one heading of a page, also the title of the browser's window. */
export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  useTitle(title);
  return (
    <div className="page-head">
      <h1>{title}</h1>
      <div className="page-head-actions no-print">{children}</div>
    </div>
  );
}
