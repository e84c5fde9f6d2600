import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SlotsPage } from '../../server/bookings/slots-page-schema.ts';
import { useSayMoment } from '../language/index.ts';
import { useSaySummary } from './use-say-quota.ts';

/** Where a slot is chosen: how full the months are, and which failed visit is made up for. */
export function SlotNotes({ page: { months, makeup } }: { page: SlotsPage }) {
  const saySummary = useSaySummary();
  return (
    <>
      {makeup ? <MakeupNote makeup={makeup} /> : null}
      {months.length === 0 ? null : (
        <ul className="quiet" aria-live="polite">
          {months.map((month) => (
            <li key={month.month}>{saySummary(month)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function MakeupNote({ makeup }: { makeup: NonNullable<SlotsPage['makeup']> }) {
  const { t } = useTranslation('quota');
  const say = useSayMoment();
  const { bookingId, number, startsAt, until, lapsed, outsideQuota } = makeup;
  const words = lapsed
    ? t('slotLapsed', { number, until })
    : t('slotIsMakeup', {
        number,
        until,
        time: say(startsAt),
        counting: t(outsideQuota ? 'slotOutside' : 'slotInside'),
      });
  return (
    <Alert
      className="panel"
      type={lapsed ? 'warning' : 'info'}
      showIcon
      role="note"
      title={
        <>
          {words} <Link to={`/bookings/${bookingId}`}>{t('seeFailed')}</Link>
        </>
      }
    />
  );
}
