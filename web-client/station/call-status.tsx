import { useTranslation } from 'react-i18next';
import { partyWaitTexts } from '../../server/visits/codes.ts';
import { type CallState, useCountdown } from '../call/index.ts';
import { sayDuration, useLabel } from '../language/index.ts';
import { statusOf } from './status-of.ts';

/** What is going on, why, and what happens next. Read out when it changes. */
export function CallStatus({ state }: { state: CallState }) {
  const { t } = useTranslation('station');
  const label = useLabel();
  const seconds = useCountdown(state);
  const status = statusOf(state);
  const waits = state.snapshot?.audience === 'party' ? state.snapshot.waitingFor : [];
  return (
    <div className={`call-status call-status-${status.tone}`}>
      <div role="status" aria-live="polite" className="call-status-words">
        <strong>{t(status.title)}</strong>
        {status.showWaits ? waits.map((wait) => <p key={wait}>{label(partyWaitTexts[wait])}</p>) : null}
        {status.next ? <p>{t(status.next)}</p> : null}
        {status.refusal ? <p>{status.refusal}</p> : null}
      </div>
      {seconds !== null ? (
        <div className="countdown">
          <span>{t(state.line === 'joined' ? 'remaining' : 'remainingWhenLost')}</span>
          <strong role="timer">{sayDuration(seconds)}</strong>
          {state.line === 'joined' && !state.snapshot?.clock.counting ? (
            <span>{t('notCounting')}</span>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
