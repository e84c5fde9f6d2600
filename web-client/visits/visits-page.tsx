import { useQuery } from '@tanstack/react-query';
import { Card, Empty, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listVisits } from '../api/visits.ts';
import { dayInShanghai, sayTime, startOfDay, useLanguage } from '../language/index.ts';
import { Field } from '../shell/field.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { VisitTable } from './visit-table.tsx';

export function VisitsPage() {
  const { t } = useTranslation('visits');
  const language = useLanguage();
  const today = dayInShanghai(new Date());
  const [day, setDay] = useState(today);
  const visits = useQuery({
    queryKey: ['visits', day],
    queryFn: () => listVisits(day),
    enabled: day !== '',
    refetchInterval: 5_000,
  });
  return (
    <>
      <PageHead
        title={
          day === today || day === ''
            ? t('listTitle')
            : t('listOfDay', { day: sayTime(startOfDay(day), 'day', language) })
        }
      />
      <search className="filters">
        <Field label={t('day')} id="visits-day">
          <Input id="visits-day" type="date" value={day} onChange={({ target }) => setDay(target.value)} />
        </Field>
      </search>
      <Card>
        <Loaded query={visits}>
          {({ visits: list }) =>
            list.length > 0 ? <VisitTable visits={list} /> : <Empty description={t('empty')} />
          }
        </Loaded>
      </Card>
    </>
  );
}
