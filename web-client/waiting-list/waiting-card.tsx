import { useQuery } from '@tanstack/react-query';
import { Alert, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WaitingEntry } from '../../server/waiting-list/schema.ts';
import { readWaitingOf } from '../api/waiting-list.ts';
import { useSayMoment } from '../language/index.ts';
import { Loaded } from '../shell/loaded.tsx';
import { JoinForm } from './join-form.tsx';
import { OfferActions } from './offer-actions.tsx';

/** Where a slot is chosen: to stand in line when nothing suits, and to answer when one is held. */
export function WaitingCard({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('waitingList');
  const query = useQuery({
    queryKey: ['waiting', applicationId],
    queryFn: () => readWaitingOf(applicationId),
  });
  return (
    <Card title={t('cardTitle')} className="panel">
      <Loaded query={query}>
        {(entries) => {
          const live = entries.find(({ state }) => state === 'waiting' || state === 'offered');
          return live ? <Waiting entry={live} /> : <JoinForm applicationId={applicationId} />;
        }}
      </Loaded>
    </Card>
  );
}

function Waiting({ entry }: { entry: WaitingEntry }) {
  const { t } = useTranslation('waitingList');
  const say = useSayMoment();
  const open = entry.offers.find(({ answer }) => answer === null);
  return (
    <div className="stack">
      {open ? (
        <Alert
          type="warning"
          showIcon
          role="status"
          title={t('heldFor', { time: say(open.startsAt), until: say(open.heldUntil) })}
        />
      ) : (
        <p role="status">{t('waitingAt', { place: String(entry.place ?? '') })}</p>
      )}
      <OfferActions entry={entry} />
    </div>
  );
}
