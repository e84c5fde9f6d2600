import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationKind } from '../../server/edge/access.ts';
import { type Capture, joinAsParty, useObservable, type VisitCall } from '../call/index.ts';
import { useLanguage } from '../language/index.ts';
import { CallNotices } from './call-notices.tsx';
import { CallPictures } from './call-pictures.tsx';
import { CallStatus } from './call-status.tsx';
import { EndedScreen } from './ended-screen.tsx';

type Props = { kind: StationKind; visitId: string; capture: Capture; onDone(): void };

/** Joins by itself and stays joined until the visit has ended. */
export function CallScreen({ kind, visitId, capture, onDone }: Props) {
  const language = useLanguage();
  const [call, setCall] = useState<VisitCall | null>(null);
  // The call outlives a change of language: its own refusals are then in the language of the joining.
  const [joinedIn] = useState(language);
  useEffect(() => {
    const joined = joinAsParty(visitId, kind, capture, joinedIn);
    setCall(joined);
    return () => joined.leave();
  }, [visitId, kind, capture, joinedIn]);
  return call ? <InCall call={call} capture={capture} onDone={onDone} /> : null;
}

function InCall({ call, capture, onDone }: { call: VisitCall; capture: Capture; onDone(): void }) {
  const { t } = useTranslation('station');
  const state = useObservable(call.state);
  const snapshot = state.snapshot?.audience === 'party' ? state.snapshot : null;
  const over = state.refusal?.code === 'visit_ended';
  // Whoever was in it is told that it is over, although this device was away when it ended.
  const missed = over && snapshot !== null;
  useEffect(() => {
    if (over && !missed) onDone();
  }, [over, missed, onDone]);
  if (missed) return <EndedScreen ending={null} onDone={onDone} />;
  if (snapshot?.state === 'ended') return <EndedScreen ending={snapshot.ending} onDone={onDone} />;
  return (
    <section className="station-call">
      <CallStatus state={state} />
      {state.line === 'closed' ? <Button onClick={call.joinAgain}>{t('joinAgain')}</Button> : null}
      <div className="call-stage">
        <CallPictures state={state} capture={capture} />
        <CallNotices warning={state.warning} timeWarning={state.timeWarning} />
      </div>
    </section>
  );
}
