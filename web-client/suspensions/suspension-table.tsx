import { Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  type Suspension,
  type SuspensionState,
  suspensionStateTexts,
} from '../../server/suspensions/schema.ts';
import { stopReasonTexts } from '../../server/visits/codes.ts';
import { useLabel } from '../language/index.ts';
import { usePeriod } from './use-period.ts';

const stateColour: Record<SuspensionState, string> = {
  proposed: 'processing',
  not_begun: 'warning',
  in_force: 'error',
  over: 'default',
  declined: 'default',
  lifted: 'success',
};

export function SuspensionStateTag({ state }: { state: SuspensionState }) {
  const label = useLabel();
  return <Tag color={stateColour[state]}>{label(suspensionStateTexts[state])}</Tag>;
}

export function SuspensionTable({ suspensions }: { suspensions: Suspension[] }) {
  const { t } = useTranslation('suspensions');
  const label = useLabel();
  const sayPeriod = usePeriod();
  const columns: TableColumnsType<Suspension> = [
    {
      title: t('number'),
      className: 'nowrap',
      render: (_, { id, number }) => (
        <Link to={`/suspensions/${id}`} aria-label={t('open', { number })}>
          {number}
        </Link>
      ),
    },
    {
      title: t('visitor'),
      render: (_, { visitor }) => (
        <>
          {visitor.name}
          <div className="quiet">{visitor.idNumberMasked}</div>
        </>
      ),
    },
    { title: t('reason'), render: (_, { reasonCode }) => label(stopReasonTexts[reasonCode]) },
    { title: t('period'), render: (_, one) => sayPeriod(one) },
    { title: t('prison'), render: (_, { prison }) => label(prison.name) },
    { title: t('state'), render: (_, { state }) => <SuspensionStateTag state={state} /> },
  ];
  return <Table rowKey="id" columns={columns} dataSource={suspensions} pagination={false} />;
}
