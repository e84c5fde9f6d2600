import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { type CalendarDay, dayKindTexts, type Slot, type SlotsAnswer } from '../../server/calendar/schema.ts';
import { sayTime, useLabel, useLanguage } from '../language/index.ts';
import { SlotCell } from './slot-cell.tsx';
import { slotTable } from './slot-table.ts';

type Props = { answer: SlotsAnswer; chosen: Slot | null; onChoose(slot: Slot): void };

/** Days across, times down; a slot that is not free says why. */
export function SlotCalendar({ answer, chosen, onChoose }: Props) {
  const { t } = useTranslation('bookings');
  const { times, slotAt } = slotTable(answer.slots);
  if (times.length === 0) return <Empty description={t('noSlots')} />;
  return (
    <div
      className={answer.slots.some(({ free }) => free) ? 'slot-calendar' : 'slot-calendar slot-calendar-full'}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('time')}</th>
            {answer.days.map((day) => (
              <th key={day.date} scope="col">
                <DayName day={day} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {times.map((time) => (
            <tr key={time}>
              <th scope="row">{time}</th>
              {answer.days.map(({ date }) => (
                <td key={date}>
                  <SlotCell
                    slot={slotAt(date, time)}
                    chosen={chosen !== null && slotAt(date, time)?.startsAt === chosen.startsAt}
                    onChoose={onChoose}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DayName({ day: { date, kind, festival } }: { day: CalendarDay }) {
  const label = useLabel();
  const language = useLanguage();
  return (
    <>
      {sayTime(`${date}T04:00:00.000Z`, 'monthDay', language)}
      {kind === 'ordinary' ? null : (
        <div className="quiet">{festival ? label(festival) : label(dayKindTexts[kind])}</div>
      )}
    </>
  );
}
