import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Slot } from '../../server/calendar/schema.ts';
import { readApplication } from '../api/applications.ts';
import { readSlots } from '../api/bookings.ts';
import { dayInShanghai, list } from '../language/index.ts';
import { SlotNotes } from '../quota/slot-notes.tsx';
import { VisitTermsCard } from '../reviews/visit-terms-card.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { WaitingCard } from '../waiting-list/waiting-card.tsx';
import { BookingBeingMoved } from './booking-being-moved.tsx';
import { ChosenSlot } from './chosen-slot.tsx';
import { EarliestTimes } from './earliest-times.tsx';
import { SlotCalendar } from './slot-calendar.tsx';

/** Chooses a slot for an approved application; where one is booked already, another one instead. */
export function BookPage() {
  const { t } = useTranslation('bookings');
  const { applicationId = '' } = useParams();
  const [week, setWeek] = useState(0);
  const [chosen, setChosen] = useState<Slot | null>(null);
  const from = dayInShanghai(new Date(), week * 7);
  const to = dayInShanghai(new Date(), week * 7 + 6);
  const application = useQuery({
    queryKey: ['application', applicationId],
    queryFn: () => readApplication(applicationId),
  });
  const slots = useQuery({
    queryKey: ['slots', applicationId, from, to],
    queryFn: () => readSlots(applicationId, from, to),
  });
  const bookingId = slots.data?.bookingId ?? null;
  const turnTo = (other: number) => {
    setChosen(null);
    setWeek(other);
  };
  return (
    <>
      <PageHead title={t(bookingId === null ? 'bookTitle' : 'moveTitle')}>
        <Button disabled={week === 0} onClick={() => turnTo(week - 1)}>
          {t('earlier')}
        </Button>
        <Button onClick={() => turnTo(week + 1)}>{t('later')}</Button>
      </PageHead>
      {application.data ? (
        <p className="quiet">
          {t('forApplication', { number: application.data.number })} · {application.data.prisoner.name} ·{' '}
          {list(application.data.visitors.map(({ name }) => name))}
        </p>
      ) : null}
      {application.data ? (
        <VisitTermsCard terms={application.data.terms} visitors={application.data.visitors} />
      ) : null}
      {bookingId === null ? null : <BookingBeingMoved bookingId={bookingId} />}
      <EarliestTimes applicationId={applicationId} chosen={chosen} onChoose={setChosen} />
      <Card title={t('calendar')} className="panel">
        <Loaded query={slots}>
          {(answer) => (
            <>
              <SlotNotes page={answer} />
              <SlotCalendar answer={answer} chosen={chosen} onChoose={setChosen} />
            </>
          )}
        </Loaded>
      </Card>
      {bookingId === null ? <WaitingCard applicationId={applicationId} /> : null}
      {chosen ? (
        <ChosenSlot key={chosen.startsAt} slot={chosen} applicationId={applicationId} bookingId={bookingId} />
      ) : null}
    </>
  );
}
