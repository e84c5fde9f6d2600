import { Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Closure, closureReasonTexts, closureScopeTexts } from '../../server/calendar/schema.ts';
import { Moment, sayTime, useLabel, useLanguage } from '../language/index.ts';
import { ActionButton } from '../shell/action-button.tsx';

const colours = { to_come: 'processing', in_force: 'error', over: 'default', lifted: 'default' } as const;

export function ClosureTable({ closures, onLift }: { closures: Closure[]; onLift(closure: Closure): void }) {
  const { t } = useTranslation('calendar');
  const label = useLabel();
  const language = useLanguage();
  const time = (at: string) => sayTime(at, 'moment', language);
  const columns: TableColumnsType<Closure> = [
    {
      title: t('what'),
      render: (_, { scope, scopeName, prison }) => (
        <>
          {label(scopeName)}
          <div className="quiet">
            {prison && scope !== 'prison' ? label(prison.name) : label(closureScopeTexts[scope])}
          </div>
        </>
      ),
    },
    { title: t('from'), render: (_, { from }) => <Moment at={from} /> },
    { title: t('until'), render: (_, { until }) => <Moment at={until} /> },
    {
      title: t('reason'),
      render: (_, { reasonCode, note }) => (
        <>
          {label(closureReasonTexts[reasonCode])}
          <div className="quiet">{note}</div>
        </>
      ),
    },
    {
      title: t('standing'),
      render: (_, { standing, entered, lifted }) => (
        <>
          <Tag color={colours[standing]}>{t(standing)}</Tag>
          <div className="quiet">{t('enteredBy', { name: entered.by, time: time(entered.at) })}</div>
          {lifted ? (
            <div className="quiet">
              {t('liftedBy', { name: lifted.by, time: time(lifted.at), note: lifted.note })}
            </div>
          ) : null}
        </>
      ),
    },
    {
      title: t('actions'),
      hidden: !closures.some(({ actions }) => actions.lift.allowed),
      render: (_, closure) =>
        closure.actions.lift.allowed ? (
          <ActionButton
            action={closure.actions.lift}
            className="no-print"
            aria-label={t('liftOf', { what: label(closure.scopeName) })}
            onClick={() => onLift(closure)}
          >
            {t('lift')}
          </ActionButton>
        ) : null,
    },
  ];
  return <Table rowKey="id" size="small" columns={columns} dataSource={closures} pagination={false} />;
}
