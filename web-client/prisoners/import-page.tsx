import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportDone, ImportOutcome, ImportPreview } from '../../server/custody/schema.ts';
import { importPrisoners, previewImport } from '../api/custody.ts';
import { FileButton } from '../shell/file-button.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { FlaggedList } from './flagged-list.tsx';

const outcomeColour: Record<ImportOutcome, string> = {
  new: 'success',
  changed: 'processing',
  same: 'default',
  wrong: 'error',
};

/** A list of the prison's prisoners: a preview of every row, then one confirmation. */
export function ImportPage() {
  const { t } = useTranslation('prisoners');
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<{ file: File; preview: ImportPreview } | null>(null);
  const [done, setDone] = useState<ImportDone | null>(null);
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const attempt = async (work: () => Promise<void>) => {
    setWorking(true);
    setError(null);
    await work().catch((thrown) => {
      setChosen(null);
      setError(thrown);
    });
    setWorking(false);
  };
  const look = (file: File) =>
    attempt(async () => {
      setDone(null);
      setChosen({ file, preview: await previewImport(file) });
    });
  const confirm = ({ file, preview }: { file: File; preview: ImportPreview }) =>
    attempt(async () => {
      setDone(await importPrisoners(file, preview.digest));
      setChosen(null);
      void queries.invalidateQueries({ queryKey: ['prisoner-files'] });
      void queries.invalidateQueries({ queryKey: ['flagged-bookings'] });
    });
  return (
    <>
      <PageHead title={t('importTitle')}>
        <LinkButton to="/prisoners">{t('toList')}</LinkButton>
      </PageHead>
      <Card className="panel">
        <div className="row">
          <FileButton
            label={t(chosen ? 'chooseOther' : 'chooseFile')}
            hint={t('importHint')}
            accept=".csv,text/csv"
            disabled={working}
            onFile={(file) => void look(file)}
          />
        </div>
      </Card>
      <ProblemNotice error={error} />
      {done ? (
        <Alert className="panel" type="success" showIcon role="status" title={t('imported', done)} />
      ) : null}
      {chosen ? (
        <Preview preview={chosen.preview}>
          <Button
            type="primary"
            loading={working}
            disabled={chosen.preview.counts.new + chosen.preview.counts.changed === 0}
            onClick={() => void confirm(chosen)}
          >
            {t('confirmImport', { fresh: chosen.preview.counts.new, changed: chosen.preview.counts.changed })}
          </Button>
        </Preview>
      ) : null}
    </>
  );
}

function Preview({ preview, children }: { preview: ImportPreview; children: React.ReactNode }) {
  const { t } = useTranslation('prisoners');
  const { counts, rows, flagged } = preview;
  const columns: TableColumnsType<ImportPreview['rows'][number]> = [
    { title: t('line'), dataIndex: 'line' },
    {
      title: t('outcome'),
      render: (_, { outcome }) => <Tag color={outcomeColour[outcome]}>{t(`outcome_${outcome}`)}</Tag>,
    },
    { title: t('number'), dataIndex: 'number', className: 'nowrap' },
    { title: t('name'), dataIndex: 'name' },
    { title: t('what'), dataIndex: 'text' },
  ];
  const nothing = counts.new + counts.changed === 0;
  return (
    <Card>
      <p role="status">
        <strong>
          {t('counts', {
            fresh: counts.new,
            changed: counts.changed,
            same: counts.same,
            wrong: counts.wrong,
          })}
        </strong>{' '}
        {counts.wrong === 0 ? null : t('wrongLeftOut', { count: counts.wrong })}
        {nothing ? t('nothingToImport') : null}
      </p>
      {nothing ? null : (
        <>
          <p>{flagged.length === 0 ? t('touchesNone') : t('touches', { count: flagged.length })}</p>
          <FlaggedList flagged={flagged} />
        </>
      )}
      <p>{children}</p>
      <Table rowKey="line" columns={columns} dataSource={rows} pagination={false} size="small" />
    </Card>
  );
}
