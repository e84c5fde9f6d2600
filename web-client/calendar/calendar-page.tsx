import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readWeek } from '../api/calendar.ts';
import { usePlaces } from '../api/places.ts';
import { dayInShanghai, useLabel } from '../language/index.ts';
import { Field } from '../shell/field.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { useStaff } from '../shell/use-session.ts';
import { CalendarLinks } from './calendar-links.tsx';
import { SessionsCard } from './sessions-card.tsx';
import { daysAfter, mondayOf } from './week.ts';
import { WeekTable } from './week-table.tsx';

/** When a prison has visits, week by week: what is held, what is closed, how much is booked. */
export function CalendarPage() {
  const { t } = useTranslation('calendar');
  const label = useLabel();
  const { prison } = useStaff();
  const places = usePlaces();
  const [chosen, setChosen] = useState<string>();
  const [monday, setMonday] = useState(() => mondayOf(dayInShanghai(new Date())));
  const prisons = places.data?.prisons ?? [];
  const prisonId = prison?.id ?? chosen ?? prisons[0]?.id;
  const asked = { prisonId: prisonId ?? '', from: monday, to: daysAfter(monday, 6) };
  const week = useQuery({
    queryKey: ['calendar', asked],
    queryFn: () => readWeek(asked),
    enabled: prisonId !== undefined,
  });
  return (
    <>
      <PageHead title={t('calendarTitle')} />
      <CalendarLinks />
      <p className="quiet">{t('calendarHint')}</p>
      {places.data && prisonId === undefined ? <Empty description={t('noPrison')} /> : null}
      <search className="filters no-print">
        {prison ? null : (
          <Field label={t('prison')} id="calendar-prison">
            <Select
              id="calendar-prison"
              value={prisonId ?? ''}
              options={prisons.map(({ id, name }) => ({ value: id, label: label(name) }))}
              onChange={setChosen}
            />
          </Field>
        )}
        <Button onClick={() => setMonday(daysAfter(monday, -7))}>{t('earlierWeek')}</Button>
        <Button onClick={() => setMonday(mondayOf(dayInShanghai(new Date())))}>{t('thisWeek')}</Button>
        <Button onClick={() => setMonday(daysAfter(monday, 7))}>{t('laterWeek')}</Button>
        <Field label={t('weekOf')} id="calendar-day">
          <Input
            id="calendar-day"
            type="date"
            value={monday}
            onChange={({ target }) => target.value && setMonday(mondayOf(target.value))}
          />
        </Field>
      </search>
      <Loaded query={week}>
        {(shown) => (
          <>
            <WeekTable week={shown} />
            {prisonId ? <SessionsCard prisonId={prisonId} addSession={shown.actions.addSession} /> : null}
          </>
        )}
      </Loaded>
    </>
  );
}
