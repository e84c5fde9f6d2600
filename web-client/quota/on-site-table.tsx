import { Empty, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OnSiteVisit, QuotaOfPrisoner } from '../../server/quota/schema.ts';
import { Moment } from '../language/index.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { CorrectDialog } from './correct-dialog.tsx';

/** What the prison has entered for the month, with what was put right and by what. */
export function OnSiteTable({ quota: { onSiteVisits } }: { quota: QuotaOfPrisoner }) {
  const { t } = useTranslation('quota');
  const [correcting, setCorrecting] = useState<OnSiteVisit | null>(null);
  if (onSiteVisits.length === 0) return <Empty description={t('noEntries')} />;
  const columns: TableColumnsType<OnSiteVisit> = [
    {
      title: t('day'),
      className: 'nowrap',
      render: (_, { day, corrected }) => (corrected ? <del>{day}</del> : (day ?? '—')),
    },
    {
      title: t('remark'),
      render: (_, { day, remark, corrects, corrected }) =>
        [
          ...(day === null ? [t('isNoVisit')] : corrects === null ? [] : [t('isCorrection')]),
          remark,
          ...(corrected ? [t('isCorrected')] : []),
        ]
          .filter(Boolean)
          .join(' · '),
    },
    {
      title: t('entered'),
      render: (_, { enteredBy, enteredAt }) => (
        <>
          {enteredBy}
          <div className="quiet">
            <Moment at={enteredAt} />
          </div>
        </>
      ),
    },
    {
      title: '',
      render: (_, visit) =>
        visit.corrected || visit.day === null ? null : (
          <ActionButton action={visit.actions.correct} onClick={() => setCorrecting(visit)}>
            {t('correct')}
          </ActionButton>
        ),
    },
  ];
  return (
    <>
      <Table rowKey="id" columns={columns} dataSource={onSiteVisits} pagination={false} size="small" />
      {correcting ? <CorrectDialog visit={correcting} onClose={() => setCorrecting(null)} /> : null}
    </>
  );
}
