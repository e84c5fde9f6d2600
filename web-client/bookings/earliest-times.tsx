import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DayPart, dayParts, dayPartTexts } from '../../server/bookings/schema.ts';
import { type Slot, weekdayTexts } from '../../server/calendar/schema.ts';
import { type EarliestWishes, readEarliest } from '../api/bookings.ts';
import { sayTime, useLabel, useLanguage } from '../language/index.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Hindrances } from './hindrances.tsx';

type Props = { applicationId: string; chosen: Slot | null; onChoose(slot: Slot): void };

/** The first times that fit the family, and why nothing earlier does. */
export function EarliestTimes({ applicationId, chosen, onChoose }: Props) {
  const { t } = useTranslation('bookings');
  const label = useLabel();
  const language = useLanguage();
  const [wishes, setWishes] = useState<EarliestWishes>({});
  const query = useQuery({
    queryKey: ['slots', applicationId, 'earliest', wishes],
    queryFn: () => readEarliest(applicationId, wishes),
  });
  return (
    <Card title={t('earliest')} className="panel">
      <search className="filters no-print">
        <Select<number>
          allowClear
          aria-label={t('weekday')}
          placeholder={t('anyWeekday')}
          onChange={(weekday) => setWishes({ ...wishes, weekday })}
          options={Object.entries(weekdayTexts).map(([weekday, text]) => ({
            value: Number(weekday),
            label: label(text),
          }))}
        />
        <Select<DayPart>
          allowClear
          aria-label={t('dayPart')}
          placeholder={t('anyDayPart')}
          onChange={(part) => setWishes({ ...wishes, part })}
          options={dayParts.map((part) => ({ value: part, label: label(dayPartTexts[part]) }))}
        />
      </search>
      <Loaded query={query}>
        {({ times, searchedTo, hindrances }) => (
          <>
            {times.length === 0 ? (
              <Alert type="warning" showIcon role="status" title={t('noTimes', { day: searchedTo })} />
            ) : (
              <div className="row">
                {times.map((slot) => (
                  <Button
                    key={slot.startsAt}
                    type={chosen?.startsAt === slot.startsAt ? 'primary' : 'default'}
                    aria-pressed={chosen?.startsAt === slot.startsAt}
                    onClick={() => onChoose(slot)}
                  >
                    {sayTime(slot.startsAt, 'monthDay', language)} {sayTime(slot.startsAt, 'time', language)}
                  </Button>
                ))}
              </div>
            )}
            <Hindrances hindrances={hindrances} />
          </>
        )}
      </Loaded>
    </Card>
  );
}
