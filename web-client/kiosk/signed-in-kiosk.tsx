import { Button } from 'antd';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useNavigate } from 'react-router';
import type { Relative } from '../../server/kiosk/schema.ts';
import { sayDuration } from '../language/index.ts';
import { KioskHead } from './kiosk-head.tsx';
import { StillThere } from './still-there.tsx';
import { useIdleTime } from './use-idle-time.ts';
import { SignedInRelative, useLeave } from './use-relative.ts';

type Props = { relative: Relative; onTimeOut(): void };

/** What a relative sees: their name, how long the page waits for them, the way out, and the page itself. */
export function SignedInKiosk({ relative, onTimeOut }: Props) {
  const { t } = useTranslation('kiosk');
  const navigate = useNavigate();
  const leave = useLeave();
  const goOut = () => {
    void navigate('/kiosk', { replace: true });
    void leave();
  };
  const idle = useIdleTime(relative.idleSeconds, () => {
    onTimeOut();
    goOut();
  });
  return (
    <SignedInRelative value={relative}>
      <KioskHead>
        <span className="kiosk-person">{relative.name}</span>
        <span className="kiosk-countdown" role="timer">
          {t('countdown', { time: sayDuration(idle.secondsLeft) })}
        </span>
        <Button size="large" danger onClick={goOut}>
          {t('signOut')}
        </Button>
      </KioskHead>
      <main className="kiosk-main" id="content" tabIndex={-1}>
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
      {idle.asks ? <StillThere secondsLeft={idle.secondsLeft} onStay={idle.stay} onLeave={goOut} /> : null}
    </SignedInRelative>
  );
}
