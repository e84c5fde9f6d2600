import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArrangementBody } from '../../server/calendar/change-schema.ts';
import { dayKindTexts, type Festival, festivals, festivalTexts } from '../../server/calendar/schema.ts';
import { daysAfter } from '../calendar/week.ts';
import { useLabel } from '../language/index.ts';
import { Field } from '../shell/field.tsx';

type Day = ArrangementBody['days'][number];

/** Days from one to another at once, as the document gives them: “1月1日至3日放假”. */
export function HolidayRange({ year, onAdd }: { year: number; onAdd(days: Day[]): void }) {
  const { t } = useTranslation('administration');
  const label = useLabel();
  const [kind, setKind] = useState<Day['kind']>('holiday');
  const [festival, setFestival] = useState<Festival>('new_year');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const last = to === '' ? from : to;
  const bounds = { min: `${year}-01-01`, max: `${year}-12-31` };
  const add = () => {
    // A stretch of holidays is no longer than two weeks; more is a slip of the hand.
    const days = Array.from({ length: 14 }, (_, n) => daysAfter(from, n)).filter((day) => day <= last);
    onAdd(days.map((day) => ({ day, kind, festival })));
    setFrom('');
    setTo('');
  };
  return (
    <fieldset className="filters">
      <legend>{t('addDays')}</legend>
      <Field label={t('dayKind')} id="holiday-kind">
        <Select<Day['kind']>
          id="holiday-kind"
          value={kind}
          options={(['holiday', 'makeup_working_day'] as const).map((value) => ({
            value,
            label: label(dayKindTexts[value]),
          }))}
          onChange={setKind}
        />
      </Field>
      <Field label={t('festival')} id="holiday-festival">
        <Select<Festival>
          id="holiday-festival"
          value={festival}
          options={festivals.map((value) => ({ value, label: label(festivalTexts[value]) }))}
          onChange={setFestival}
        />
      </Field>
      <Field label={t('fromDay')} id="holiday-from">
        <Input
          id="holiday-from"
          type="date"
          {...bounds}
          value={from}
          onChange={({ target }) => setFrom(target.value)}
        />
      </Field>
      <Field label={t('toDay')} id="holiday-to">
        <Input
          id="holiday-to"
          type="date"
          {...bounds}
          value={to}
          onChange={({ target }) => setTo(target.value)}
        />
      </Field>
      <Button disabled={from === '' || last < from} onClick={add}>
        {t('addToList')}
      </Button>
    </fieldset>
  );
}
