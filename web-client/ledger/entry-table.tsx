import { Button, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LedgerEntryOnPage } from '../../server/ledger/page-schema.ts';
import { Moment } from '../language/index.ts';
import { ActionsTitle } from '../shell/actions-title.tsx';
import { EntryFacts } from './entry-facts.tsx';
import { useLedgerWords } from './use-ledger-words.ts';

type Props = {
  entries: LedgerEntryOnPage[];
  onSubject(id: string): void;
  onRaw(entry: LedgerEntryOnPage): void;
};

export function EntryTable({ entries, onSubject, onRaw }: Props) {
  const { t } = useTranslation('ledger');
  const words = useLedgerWords();
  const columns: TableColumnsType<LedgerEntryOnPage> = [
    { title: t('index'), className: 'ledger-index', dataIndex: 'index' },
    {
      title: t('time'),
      className: 'ledger-time',
      render: (_, { time }) => <Moment at={time} shape="exact" />,
    },
    {
      title: t('kind'),
      className: 'ledger-words',
      render: (_, { kind, corrects }) => (
        <>
          <strong>{words.kind(kind)}</strong>
          {corrects === undefined ? null : <div>{t('corrects', { index: corrects })}</div>}
        </>
      ),
    },
    { title: t('actor'), className: 'ledger-words', render: (_, { actor }) => words.actor(actor) },
    {
      title: t('subjects'),
      className: 'ledger-subjects',
      render: (_, { subjects }) =>
        subjects.map(({ kind, id }) => (
          <div key={kind + id}>
            {words.subject(kind)}{' '}
            <Button
              type="link"
              size="small"
              className="subject-link"
              title={id}
              aria-label={t('onlySubject', { kind: words.subject(kind), id })}
              onClick={() => onSubject(id)}
            >
              …{id.slice(-8)}
            </Button>
          </div>
        )),
    },
    { title: t('facts'), render: (_, { facts }) => <EntryFacts facts={facts} /> },
    {
      title: <ActionsTitle />,
      className: 'ledger-raw no-print',
      render: (_, entry) => (
        <Button size="small" aria-label={t('showRawOf', { index: entry.index })} onClick={() => onRaw(entry)}>
          {t('showRaw')}
        </Button>
      ),
    },
  ];
  return (
    <Table
      rowKey="index"
      size="small"
      columns={columns}
      dataSource={entries}
      pagination={false}
      className="wide-table"
      tableLayout="fixed"
    />
  );
}
