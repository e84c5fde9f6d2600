import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { RecordsOfSession } from '../../server/assistance/schema.ts';
import { readRecords } from '../api/assistance.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { ActionReason } from '../shell/action-reason.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { RecordForm } from './record-form.tsx';
import { RecordView } from './record-view.tsx';

/** 帮教记录: written after the session, read, printed and corrected here. */
export function RecordPage() {
  const { visitId = '' } = useParams();
  const query = useQuery({
    queryKey: ['assistance-records', visitId],
    queryFn: () => readRecords(visitId),
  });
  return <Loaded query={query}>{(records) => <Records visitId={visitId} of={records} />}</Loaded>;
}

function Records({ visitId, of }: { visitId: string; of: RecordsOfSession }) {
  const { t } = useTranslation('assistance');
  const [correcting, setCorrecting] = useState(false);
  const { session, records, actions } = of;
  const latest = records[0];
  return (
    <>
      <div className="no-print">
        <PageHead title={t('recordTitle', { number: session.visit.number })}>
          <LinkButton to="/assistance">{t('listTitle')}</LinkButton>
          {latest && !correcting ? (
            <>
              <ActionButton action={actions.correct} onClick={() => setCorrecting(true)}>
                {t('correct')}
              </ActionButton>
              <Button type="primary" onClick={() => window.print()}>
                {t('print')}
              </Button>
            </>
          ) : null}
        </PageHead>
      </div>
      {correcting && latest ? (
        <Card title={t('correctTitle')} className="panel no-print">
          <RecordForm
            visitId={visitId}
            corrects={latest}
            onDone={() => setCorrecting(false)}
            onCancel={() => setCorrecting(false)}
          />
        </Card>
      ) : null}
      {latest === undefined ? (
        <Card className="panel no-print">
          {actions.write.allowed ? (
            <RecordForm visitId={visitId} />
          ) : (
            <>
              <p>{t('notYet')}</p>
              <ActionReason action={actions.write} />
            </>
          )}
        </Card>
      ) : null}
      <RecordView of={of} />
    </>
  );
}
