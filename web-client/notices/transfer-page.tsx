import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Card, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import type { TransferLine, TransferWithLines } from '../../server/notices/transfers/schema.ts';
import { getTransferFile, readTransfer } from '../api/notices.ts';
import { saveFile } from '../api/save-file.ts';
import { colon, Moment, useLabel } from '../language/index.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { StateTag } from './delivery-tags.tsx';

/** One transfer: its file and signature to be carried over, and what became of each message. */
export function TransferPage() {
  const { transferId = '' } = useParams();
  const query = useQuery({
    queryKey: ['transfers', 'one', transferId],
    queryFn: () => readTransfer(transferId),
  });
  return <Loaded query={query}>{(transfer) => <TransferDetail transfer={transfer} />}</Loaded>;
}

function TransferDetail({ transfer }: { transfer: TransferWithLines }) {
  const { t } = useTranslation('notices');
  const { justMade } = (useLocation().state ?? {}) as { justMade?: boolean };
  const { id, number, lines, actions } = transfer;
  const save = useMutation({
    mutationFn: async (what: 'file' | 'signature') =>
      saveFile(await getTransferFile(id, what), what === 'file' ? `${number}.csv` : `${number}.csv.sig`),
  });
  return (
    <>
      <PageHead title={t('transferTitle', { number })}>
        <LinkButton to="/messages">{t('messagesTitle')}</LinkButton>
        <ActionButton
          action={actions.download}
          type="primary"
          disabled={save.isPending}
          onClick={() => save.mutate('file')}
        >
          {t('downloadFile')}
        </ActionButton>
        <ActionButton
          action={actions.download}
          disabled={save.isPending}
          onClick={() => save.mutate('signature')}
        >
          {t('downloadSignature')}
        </ActionButton>
      </PageHead>
      {justMade ? (
        <Alert className="panel" type="success" showIcon role="status" title={t('made', { number, lines })} />
      ) : null}
      <ProblemNotice error={save.error} />
      <Card className="panel">
        <p>
          {colon(t('madeBy'))}
          {transfer.createdBy} · <Moment at={transfer.createdAt} />
        </p>
        <p>
          {colon(t('sha256'))}
          <code className="long-code">{transfer.sha256}</code>
        </p>
        <p>
          {colon(t('keyFingerprint'))}
          <code className="long-code">{transfer.keyFingerprint}</code>
        </p>
      </Card>
      <Card className="panel">
        <LineTable messages={transfer.messages} />
      </Card>
    </>
  );
}

function LineTable({ messages }: { messages: TransferLine[] }) {
  const { t } = useTranslation('notices');
  const label = useLabel();
  const columns: TableColumnsType<TransferLine> = [
    { title: '#', dataIndex: 'line', className: 'nowrap' },
    {
      title: t('notice'),
      render: (_, { noticeId, title, attempt }) => (
        <>
          <Link to={`/notices/${noticeId}`}>{label(title)}</Link>
          {attempt > 1 ? ` · ${t('attempt', { number: attempt })}` : null}
        </>
      ),
    },
    { title: t('visitor'), dataIndex: 'visitorName' },
    { title: t('phone'), dataIndex: 'phoneMasked', className: 'nowrap' },
    { title: t('stand'), render: (_, { state }) => <StateTag state={state} /> },
    {
      title: t('receiptAt'),
      render: (_, { receiptAt, receiptReason }) =>
        receiptAt === null ? (
          '—'
        ) : (
          <>
            <Moment at={receiptAt} />
            {receiptReason === '' ? null : <div className="quiet">{receiptReason}</div>}
          </>
        ),
    },
  ];
  return (
    <Table
      rowKey="line"
      columns={columns}
      dataSource={messages}
      pagination={{ pageSize: 100, hideOnSinglePage: true }}
    />
  );
}
