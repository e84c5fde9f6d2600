import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { TransfersAnswer } from '../../server/notices/transfers/schema.ts';
import { makeTransfer, readTransfers, sendReceipts } from '../api/notices.ts';
import { Moment } from '../language/index.ts';
import { ActionButton, isShown } from '../shell/action-button.tsx';
import { FileButton } from '../shell/file-button.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { FailedTable } from './failed-table.tsx';
import { SigningKeyCard } from './signing-key-card.tsx';
import { TransferTable } from './transfer-table.tsx';
import { useNoticesChanged } from './use-notices-changed.ts';

/** Text messages: what waits, the files that carry them to the gateway, and what became of them. */
export function MessagesPage() {
  const query = useQuery({ queryKey: ['transfers', 'all'], queryFn: readTransfers });
  return <Loaded query={query}>{(answer) => <Messages answer={answer} />}</Loaded>;
}

function Messages({ answer }: { answer: TransfersAnswer }) {
  const { t } = useTranslation('notices');
  const navigate = useNavigate();
  const changed = useNoticesChanged();
  const { waiting, failed, transfers, receiptFiles, keyFingerprint, actions } = answer;
  const make = useMutation({
    mutationFn: makeTransfer,
    async onSuccess({ id }) {
      await changed();
      await navigate(`/messages/${id}`, { state: { justMade: true } });
    },
  });
  const receipts = useMutation({ mutationFn: sendReceipts, onSuccess: changed });
  return (
    <>
      <PageHead title={t('messagesTitle')} />
      <p className="quiet">{t('messagesIntro')}</p>
      <Card className="panel">
        <div className="row spread">
          <strong role="status">{t('waiting', { count: waiting })}</strong>
          <ActionButton
            action={actions.make}
            type="primary"
            loading={make.isPending}
            onClick={() => make.mutate()}
          >
            {t('make')}
          </ActionButton>
        </div>
        <ProblemNotice error={make.error} />
        {isShown(actions.readReceipts) ? (
          <div className="row">
            <FileButton
              label={t('readReceipts')}
              hint={t('receiptsHint')}
              accept=".csv,text/csv"
              disabled={receipts.isPending}
              onFile={receipts.mutate}
            />
          </div>
        ) : null}
        <ProblemNotice error={receipts.error} />
        {receipts.data ? (
          <Alert
            type="success"
            showIcon
            role="status"
            title={t(receipts.data.changed === 0 ? 'receiptsKnown' : 'receiptsRead', receipts.data)}
          />
        ) : null}
      </Card>
      {failed.length === 0 ? null : (
        <Card className="panel" title={t('failedTitle')}>
          <p className="quiet">{t('failedHint')}</p>
          <FailedTable failed={failed} />
        </Card>
      )}
      <Card className="panel" title={t('transfers')}>
        <TransferTable transfers={transfers} />
      </Card>
      {receiptFiles.length === 0 ? null : (
        <Card className="panel" title={t('receiptFiles')}>
          <ul className="plain-list">
            {receiptFiles.map(({ readAt, readBy, sha256, lines, changed: changedLines }) => (
              <li key={`${readAt} ${sha256}`}>
                <Moment at={readAt} /> · {readBy} · {t('receiptFile', { lines, changed: changedLines })}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <SigningKeyCard fingerprint={keyFingerprint} />
    </>
  );
}
