import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../language/index.ts';

/** Whose page it is, and the language; more for somebody who is signed in. */
export function KioskHead({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('kiosk');
  return (
    <header className="kiosk-head no-print">
      <span className="kiosk-name">{t('title')}</span>
      <div className="kiosk-head-actions">
        {children}
        <LanguageSwitch size="large" />
      </div>
    </header>
  );
}
