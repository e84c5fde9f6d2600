import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { conditionTexts, pauseReasonTexts, sideTexts, visitStateTexts } from '../../server/visits/codes.ts';
import type { SupervisorSnapshot } from '../../server/visits/schema.ts';
import { type CallState, useCountdown, type VisitCall } from '../call/index.ts';
import { brackets, colon, list, sayDuration, sentences, useLabel } from '../language/index.ts';
import { LineState } from './line-state.tsx';

type Props = { call: VisitCall; state: CallState; now: SupervisorSnapshot };

/** How the visit stands, why it is not running, who watches, and the time that is left. */
export function StateBar({ call, state, now }: Props) {
  const { t } = useTranslation('supervision');
  const label = useLabel();
  const seconds = useCountdown(state);
  const open = now.conditions.filter(({ met }) => !met);
  return (
    <>
      <LineState state={state} />
      {state.line === 'closed' ? <Button onClick={call.joinAgain}>{t('joinAgain')}</Button> : null}
      <div className={`state-bar state-bar-${now.state}`}>
        <div role="status" aria-live="polite">
          <strong className="state-name">{label(visitStateTexts[now.state])}</strong>
          {now.state === 'paused' ? (
            <div>
              {colon(t('pausedBecause'))}
              {sentences(now.pauseReasons.map((code) => label(pauseReasonTexts[code])))}
              {now.pausedBy.length > 0
                ? brackets(t('pausedBy', { sides: list(now.pausedBy.map((side) => label(sideTexts[side]))) }))
                : null}
            </div>
          ) : null}
          <div className="quiet">
            {colon(t('supervisors'))}
            {list(now.supervisors.map(({ name, side }) => name + brackets(label(sideTexts[side])))) ||
              t('nobody')}
          </div>
        </div>
        {seconds !== null ? (
          <div className="state-clock">
            <span>{t(state.line === 'joined' ? 'remaining' : 'remainingWhenLost')}</span>
            <strong role="timer">{sayDuration(seconds)}</strong>
            {state.line === 'joined' && !now.clock.counting ? <span>{t('notCounting')}</span> : null}
          </div>
        ) : null}
      </div>
      {now.state !== 'live' && now.state !== 'paused' && open.length > 0 ? (
        <Alert
          type="info"
          role="status"
          title={t('waitingFor')}
          description={open.map(({ code }) => <div key={code}>○ {label(conditionTexts[code])}</div>)}
        />
      ) : null}
    </>
  );
}
