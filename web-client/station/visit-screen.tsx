import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationKind } from '../../server/edge/access.ts';
import type { VisitStateName } from '../../server/visits/schema.ts';
import { type Capture, openCapture, useObservable } from '../call/index.ts';
import { CallScreen } from './call-screen.tsx';
import { DeviceTroubleScreen } from './device-trouble-screen.tsx';
import { PreparingScreen } from './preparing-screen.tsx';

type Props = {
  kind: StationKind;
  visitId: string;
  /** The state of the visit as long as it is the one that this device waits for. */
  due: VisitStateName | null;
  onDone(): void;
};

/** A visit from check-in to its end, with camera and microphone open all the while. */
export function VisitScreen(props: Props) {
  const [capture, setCapture] = useState<Capture | null>(null);
  useEffect(() => {
    const opened = openCapture();
    setCapture(opened);
    return () => opened.close();
  }, []);
  return capture ? <WithCapture capture={capture} {...props} /> : null;
}

function WithCapture({ capture, kind, visitId, due, onDone }: Props & { capture: Capture }) {
  const { t } = useTranslation('station');
  const state = useObservable(capture.state);
  // Once in the call, a camera that is pulled out does not end it: it is put back into the same call.
  const [started, setStarted] = useState(false);
  // While people are still being checked in they see themselves only.
  if (!started && state.kind === 'running' && due !== null && due !== 'checked_in') setStarted(true);
  // Called off before it began: there is nothing to say but what comes next.
  useEffect(() => {
    if (!started && due === null) onDone();
  }, [started, due, onDone]);
  return (
    <>
      {state.kind === 'trouble' ? (
        <DeviceTroubleScreen trouble={state.trouble} onTryAgain={capture.tryAgain} />
      ) : null}
      {state.kind === 'asking' ? (
        <p className="station-message" role="status">
          {t('asking')}
        </p>
      ) : null}
      {started ? (
        <CallScreen kind={kind} visitId={visitId} capture={capture} onDone={onDone} />
      ) : state.kind === 'running' ? (
        <PreparingScreen stream={state.stream} />
      ) : null}
    </>
  );
}
