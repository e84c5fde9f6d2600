import { Empty, Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { barEndReasonTexts, barKindTexts } from '../../server/custody/codes.ts';
import type { PrisonerBar } from '../../server/custody/schema.ts';
import { Moment, useLabel } from '../language/index.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { useSayPeriod } from './use-say-period.ts';

const standingColour: Record<PrisonerBar['standing'], string> = {
  to_come: 'warning',
  in_force: 'error',
  over: 'default',
  never_held: 'default',
};

type Props = { bars: PrisonerBar[]; whole: boolean; onEnd(bar: PrisonerBar): void };

/** What bars visits; to the prison with who entered and ended it, and why. */
export function BarTable({ bars, whole, onEnd }: Props) {
  const { t } = useTranslation('prisoners');
  const label = useLabel();
  const sayPeriod = useSayPeriod();
  if (bars.length === 0) return <Empty description={t('noBars')} />;
  const forAll: TableColumnsType<PrisonerBar> = [
    {
      title: t('ground'),
      render: (_, { kind, note }) => (
        <>
          {label(barKindTexts[kind])}
          {note === '' ? null : <div className="quiet">{note}</div>}
        </>
      ),
    },
    {
      title: t('period'),
      className: 'nowrap',
      render: (_, bar) => (bar.standing === 'never_held' ? '—' : sayPeriod(bar)),
    },
    {
      title: t('state'),
      render: (_, { standing }) => <Tag color={standingColour[standing]}>{t(`standing_${standing}`)}</Tag>,
    },
  ];
  const forThePrison: TableColumnsType<PrisonerBar> = [
    {
      title: t('enteredBy'),
      render: (_, { entered }) =>
        entered ? (
          <>
            {entered.by}
            <div className="quiet">
              <Moment at={entered.at} />
            </div>
          </>
        ) : null,
    },
    {
      title: t('endedBy'),
      render: (_, bar) =>
        bar.ended ? (
          <>
            {label(barEndReasonTexts[bar.ended.reason])} · {bar.ended.by}
            <div className="quiet">
              <Moment at={bar.ended.at} /> {bar.ended.note}
            </div>
          </>
        ) : (
          <ActionButton action={bar.actions.end} size="small" onClick={() => onEnd(bar)}>
            {t('change_end_bar')}
          </ActionButton>
        ),
    },
  ];
  return (
    <Table
      rowKey="id"
      columns={whole ? [...forAll, ...forThePrison] : forAll}
      dataSource={bars}
      pagination={false}
    />
  );
}
