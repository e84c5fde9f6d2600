import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartySnapshot } from '../../server/visits/schema.ts';

const words = {
  completed: ['endedCompleted', 'endedCompletedNext'],
  finished_early: ['endedCompleted', 'endedEarlyNext'],
  ended_by_staff: ['endedByStaff', 'endedByStaffNext'],
  fault: ['endedByFault', 'endedByFaultNext'],
  /** It ended while this device was away, and nobody told it how. */
  unknown: ['endedCompleted', 'endedByStaffNext'],
} as const;

const shownMs = 60_000;

/** How the visit ended and what happens next; then the device waits for the next one by itself. */
export function EndedScreen({ ending, onDone }: { ending: PartySnapshot['ending']; onDone(): void }) {
  const { t } = useTranslation('station');
  const [title, next] = words[ending ?? 'unknown'];
  useEffect(() => {
    const timer = setTimeout(onDone, shownMs);
    return () => clearTimeout(timer);
  }, [onDone]);
  return (
    <section className="station-waiting" role="status">
      <h2>{t(title)}</h2>
      <p>{t(next)}</p>
      <Button onClick={onDone}>{t('toStart')}</Button>
    </section>
  );
}
