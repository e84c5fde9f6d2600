import { useQuery } from '@tanstack/react-query';
import { Button, Card, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayKindTexts, festivalTexts, type HolidayYear } from '../../server/calendar/schema.ts';
import { readHolidays } from '../api/calendar.ts';
import { Moment, sayTime, startOfDay, useLabel, useLanguage } from '../language/index.ts';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { HolidayDialog } from './holiday-dialog.tsx';
import { HolidayWarning, holidaysKey } from './holiday-warning.tsx';

/** The State Council's arrangements of this year and the next, as far as they are known. */
export function HolidaysPage() {
  const { t } = useTranslation('administration');
  const [entering, setEntering] = useState<HolidayYear | null>(null);
  const query = useQuery({ queryKey: holidaysKey, queryFn: readHolidays });
  return (
    <>
      <PageHead title={t('holidaysTitle')} />
      <HolidayWarning />
      <p className="quiet">{t('holidaysHint')}</p>
      <Loaded query={query}>
        {({ years, actions }) =>
          years.map((year) => (
            <YearCard
              key={year.year}
              year={year}
              onEnter={actions.enter.allowed ? () => setEntering(year) : undefined}
            />
          ))
        }
      </Loaded>
      {entering ? <HolidayDialog year={entering} onClose={() => setEntering(null)} /> : null}
    </>
  );
}

function YearCard({ year, onEnter }: { year: HolidayYear; onEnter: (() => void) | undefined }) {
  const { t } = useTranslation('administration');
  const label = useLabel();
  const language = useLanguage();
  const { known, source, entered, days } = year;
  const columns: TableColumnsType<HolidayYear['days'][number]> = [
    { title: t('day'), render: (_, { day }) => <Moment at={startOfDay(day)} shape="day" /> },
    {
      title: t('dayKind'),
      render: (_, { kind }) => (
        <Tag color={kind === 'holiday' ? 'red' : 'blue'}>{label(dayKindTexts[kind])}</Tag>
      ),
    },
    { title: t('festival'), render: (_, { festival }) => label(festivalTexts[festival]) },
  ];
  return (
    <Card
      title={t('holidaysOf', { year: year.year })}
      className="panel"
      extra={
        onEnter ? (
          <Button className="no-print" onClick={onEnter}>
            {t('enterHolidays', { year: year.year })}
          </Button>
        ) : null
      }
    >
      <p>
        {known === 'entered'
          ? t('knownEntered', { source })
          : t(known === 'built_in' ? 'knownBuiltIn' : 'knownNot')}
        {entered ? (
          <span className="quiet">
            {' '}
            {t('enteredBy', {
              name: entered.by,
              time: sayTime(entered.at, 'moment', language),
              edition: entered.edition,
            })}
          </span>
        ) : null}
      </p>
      <Table rowKey="day" size="small" columns={columns} dataSource={days} pagination={false} />
    </Card>
  );
}
