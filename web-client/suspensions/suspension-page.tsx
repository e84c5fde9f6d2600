import { useQuery } from '@tanstack/react-query';
import { Card, Descriptions } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Suspension } from '../../server/suspensions/schema.ts';
import { stopReasonTexts } from '../../server/visits/codes.ts';
import { readSuspension } from '../api/suspensions.ts';
import { Moment, useLabel } from '../language/index.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { ApproveDialog } from './approve-dialog.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { SuspensionStateTag } from './suspension-table.tsx';
import { usePeriod } from './use-period.ts';

/** One suspension: why, until when, who decided, and what may be decided now. */
export function SuspensionPage() {
  const { t } = useTranslation('suspensions');
  const { suspensionId = '' } = useParams();
  const [dialog, setDialog] = useState<'approve' | 'decline' | 'lift' | null>(null);
  const query = useQuery({
    queryKey: ['suspension', suspensionId],
    queryFn: () => readSuspension(suspensionId),
  });
  return (
    <Loaded query={query}>
      {(suspension) => (
        <>
          <PageHead title={t('detailTitle', { number: suspension.number })}>
            {suspension.from === null ? null : (
              <LinkButton to={`/suspensions/${suspension.id}/notice`}>{t('notice')}</LinkButton>
            )}
            {suspension.answer === null ? (
              <>
                <ActionButton
                  action={suspension.actions.approve}
                  type="primary"
                  onClick={() => setDialog('approve')}
                >
                  {t('approve')}
                </ActionButton>
                <ActionButton action={suspension.actions.decline} onClick={() => setDialog('decline')}>
                  {t('decline')}
                </ActionButton>
              </>
            ) : (
              <ActionButton action={suspension.actions.lift} onClick={() => setDialog('lift')}>
                {t('lift')}
              </ActionButton>
            )}
          </PageHead>
          <SuspensionFacts suspension={suspension} />
          {dialog === 'approve' ? (
            <ApproveDialog suspension={suspension} onClose={() => setDialog(null)} />
          ) : null}
          {dialog === 'decline' || dialog === 'lift' ? (
            <NoteDialog kind={dialog} suspension={suspension} onClose={() => setDialog(null)} />
          ) : null}
        </>
      )}
    </Loaded>
  );
}

function SuspensionFacts({ suspension }: { suspension: Suspension }) {
  const { t } = useTranslation('suspensions');
  const label = useLabel();
  const sayPeriod = usePeriod();
  const { visitor, visit, answer, lift, from } = suspension;
  const rows: [string, ReactNode][] = [
    [t('state'), <SuspensionStateTag key="state" state={suspension.state} />],
    [t('visitor'), `${visitor.name} ${visitor.idNumberMasked}`],
    [t('reason'), withNote(label(stopReasonTexts[suspension.reasonCode]), suspension.note)],
    [t('period'), sayPeriod(suspension)],
    [
      t('visit'),
      <span key="visit">
        <Link to={`/visits/${visit.id}`}>{visit.number}</Link> <Moment at={visit.startsAt} />
      </span>,
    ],
    [t('prison'), label(suspension.prison.name)],
    [t('proposed'), <By key="by" by={suspension.proposedBy} at={suspension.proposedAt} note="" />],
    ...(answer
      ? [[t(from === null ? 'declined' : 'approved'), <By key="by" {...answer} />] as [string, ReactNode]]
      : []),
    ...(lift ? [[t('lifted'), <By key="by" {...lift} />] as [string, ReactNode]] : []),
  ];
  return (
    <Card className="panel">
      <Descriptions
        column={{ xs: 1, md: 2 }}
        items={rows.map(([name, children]) => ({ key: name, label: name, children }))}
      />
    </Card>
  );
}

function By({ by, at, note }: { by: string; at: string; note: string }) {
  return (
    <span>
      {by} · <Moment at={at} />
      {note === '' ? null : ` · ${note}`}
    </span>
  );
}

const withNote = (reason: string, note: string) => (note === '' ? reason : `${reason} · ${note}`);
