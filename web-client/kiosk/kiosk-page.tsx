import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LookAndLocale } from '../language/index.ts';
import { Loaded } from '../shell/loaded.tsx';
import { useTitle } from '../shell/use-title.ts';
import { KioskHead } from './kiosk-head.tsx';
import { SignInScreen } from './sign-in-screen.tsx';
import { SignedInKiosk } from './signed-in-kiosk.tsx';
import { useRelativeQuery } from './use-relative.ts';
import './kiosk.css';

/** The pages for relatives, at the office's kiosk or on its network: large, few words, nothing that moves. */
export function KioskPage() {
  return (
    <LookAndLocale size="room">
      <Kiosk />
    </LookAndLocale>
  );
}

function Kiosk() {
  const { t } = useTranslation('kiosk');
  const relative = useRelativeQuery();
  const [timedOut, setTimedOut] = useState(false);
  useTitle(t('title'));
  return (
    <div className="kiosk">
      {relative.data ? (
        <SignedInKiosk relative={relative.data} onTimeOut={() => setTimedOut(true)} />
      ) : (
        <>
          <KioskHead />
          <main className="kiosk-main">
            <Loaded query={relative}>
              {() => <SignInScreen timedOut={timedOut} onSignedIn={() => setTimedOut(false)} />}
            </Loaded>
          </main>
        </>
      )}
    </div>
  );
}
