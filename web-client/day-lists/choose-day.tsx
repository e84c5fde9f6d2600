import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { usePlaces } from '../api/places.ts';
import { dayInShanghai, useLabel } from '../language/index.ts';
import { Field } from '../shell/field.tsx';
import { useStaff } from '../shell/use-session.ts';

/** Opens the list of a prison for a day; the staff of a prison have their own only. */
export function ChooseDay() {
  const { t } = useTranslation('dayLists');
  const label = useLabel();
  const navigate = useNavigate();
  const { prison } = useStaff();
  const places = usePlaces();
  const prisons = places.data?.prisons ?? [];
  const [chosen, setChosen] = useState<string>();
  const [day, setDay] = useState(() => dayInShanghai(new Date(), 1));
  const prisonId = prison?.id ?? chosen ?? prisons[0]?.id;
  return (
    <search className="filters">
      {prison === null ? (
        <Field label={t('prison')} id="day-list-prison">
          <Select
            id="day-list-prison"
            value={prisonId}
            options={prisons.map(({ id, name }) => ({ value: id, label: label(name) }))}
            onChange={setChosen}
          />
        </Field>
      ) : null}
      <Field label={t('day')} id="day-list-day">
        <Input id="day-list-day" type="date" value={day} onChange={({ target }) => setDay(target.value)} />
      </Field>
      <Button
        disabled={prisonId === undefined || day === ''}
        onClick={() => void navigate(`/day-lists/${prisonId}/${day}`)}
      >
        {t('show')}
      </Button>
    </search>
  );
}
