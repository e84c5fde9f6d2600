import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { visitLanguageTexts } from '../../server/applications/schema.ts';
import type { DayListVisit } from '../../server/day-lists/schema.ts';
import { list, Moment, useLabel } from '../language/index.ts';
import { StandingTag } from './list-state-tag.tsx';

export function DayListTable({ visits }: { visits: DayListVisit[] }) {
  const { t } = useTranslation('dayLists');
  const label = useLabel();
  const columns: TableColumnsType<DayListVisit> = [
    {
      title: t('time'),
      className: 'nowrap',
      render: (_, { startsAt, endsAt, number }) => (
        <>
          <strong>
            <Moment at={startsAt} shape="time" /> – <Moment at={endsAt} shape="time" />
          </strong>
          <div className="quiet">{number}</div>
        </>
      ),
    },
    { title: t('ward'), render: (_, { ward }) => label(ward.name) },
    {
      title: t('prisoner'),
      render: (_, { prisoner }) => (
        <>
          {prisoner.name}
          <div className="quiet">{prisoner.number}</div>
        </>
      ),
    },
    { title: t('terminal'), render: (_, { terminal }) => label(terminal.name) },
    {
      title: t('terms'),
      render: (_, { terms }) => {
        const { language, interpreterRequired, interpreter, durationMinutes } = terms;
        return list([
          label(visitLanguageTexts[language]),
          ...(interpreterRequired ? [[t('interpreter'), interpreter].filter(Boolean).join(' ')] : []),
          ...(durationMinutes === null ? [] : [t('minutes', { minutes: durationMinutes })]),
        ]);
      },
    },
    { title: t('visitors'), dataIndex: 'visitors' },
    { title: t('standing'), render: (_, { standing }) => <StandingTag standing={standing} /> },
  ];
  return <Table rowKey="bookingId" columns={columns} dataSource={visits} pagination={false} />;
}
