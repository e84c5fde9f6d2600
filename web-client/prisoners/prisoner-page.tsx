import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Descriptions } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type PrisonerBar, type PrisonerFile, prisonerActionNames } from '../../server/custody/schema.ts';
import type { Role } from '../../server/edge/access.ts';
import { categoryTexts, gradeTexts } from '../../server/people/schema.ts';
import { readPrisoner } from '../api/custody.ts';
import { useLabel } from '../language/index.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { menuEntries } from '../shell/menu-items.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useStaff } from '../shell/use-session.ts';
import { BarTable } from './bar-table.tsx';
import { ChangeDialog, type ChangeKind } from './change-dialog.tsx';
import { FlaggedList } from './flagged-list.tsx';
import { PrisonerHistory } from './prisoner-history.tsx';
import { CustodyTag } from './prisoner-table.tsx';

/** One prisoner: the record, what bars visits, what needs review, what has been changed, and what may be. */
export function PrisonerPage() {
  const { prisonerId = '' } = useParams();
  const query = useQuery({
    queryKey: ['prisoner-file', prisonerId],
    queryFn: () => readPrisoner(prisonerId),
  });
  return <Loaded query={query}>{(file) => <Prisoner key={file.id} file={file} />}</Loaded>;
}

function Prisoner({ file }: { file: PrisonerFile }) {
  const { t } = useTranslation('prisoners');
  const label = useLabel();
  const { role } = useStaff();
  const [dialog, setDialog] = useState<{ kind: ChangeKind; bar?: PrisonerBar } | null>(null);
  const { name, number, view, barred, since } = file;
  return (
    <>
      <PageHead title={t('detailTitle', { name, number })}>
        {seesQuota(role) && view !== 'former' ? (
          <LinkButton to={`/quota/${file.id}`}>{t('quota')}</LinkButton>
        ) : null}
        {/* What cannot be done now because of where the prisoner is, is not offered; the page says where that is. */}
        {prisonerActionNames
          .filter((kind) => file.actions[kind].allowed)
          .map((kind) => (
            <ActionButton
              key={kind}
              action={file.actions[kind]}
              type={kind === 'bar' ? 'primary' : 'default'}
              onClick={() => setDialog({ kind })}
            >
              {t(`change_${kind}`)}
            </ActionButton>
          ))}
      </PageHead>
      {view === 'former' ? (
        <Alert
          className="panel"
          type="info"
          role="note"
          title={t('former', { day: since ?? '', prison: label(file.prison.name) })}
        />
      ) : null}
      {barred ? <Alert className="panel" type="warning" showIcon role="note" title={barred.text} /> : null}
      <Card className="panel" title={t('facts')}>
        <PrisonerFacts file={file} />
      </Card>
      {view === 'former' ? null : (
        <Card className="panel" title={t('bars')}>
          <BarTable
            bars={file.bars}
            whole={view === 'own'}
            onEnd={(bar) => setDialog({ kind: 'end_bar', bar })}
          />
        </Card>
      )}
      <Card className="panel" title={t('flagged')}>
        {file.flagged.length === 0 ? (
          <p className="quiet">{t('noneFlagged')}</p>
        ) : (
          <FlaggedList flagged={file.flagged} />
        )}
      </Card>
      {view === 'district' ? null : (
        <Card title={t('history')}>
          <PrisonerHistory history={file.history} />
        </Card>
      )}
      {dialog ? <ChangeDialog {...dialog} file={file} onClose={() => setDialog(null)} /> : null}
    </>
  );
}

/** As the menu has it. */
const seesQuota = (role: Role) =>
  menuEntries.some(({ path, who }) => path === '/quota' && who.includes(role));

function PrisonerFacts({ file }: { file: PrisonerFile }) {
  const { t } = useTranslation('prisoners');
  const label = useLabel();
  const newlyReceived = file.view === 'own' && file.history[0]?.kind === 'received';
  return (
    <Descriptions
      column={{ xs: 1, md: 2 }}
      items={[
        { key: 'number', label: t('number'), children: file.number },
        { key: 'name', label: t('name'), children: file.name },
        {
          key: 'state',
          label: t('state'),
          children: (
            <span>
              <CustodyTag {...file} />
            </span>
          ),
        },
        { key: 'prison', label: t('prison'), children: label(file.prison.name) },
        {
          key: 'ward',
          label: t('ward'),
          children: (
            <span>
              {label(file.ward.name)}
              {newlyReceived ? <span className="disabled-reason">{t('wardIsProvisional')}</span> : null}
            </span>
          ),
        },
        { key: 'grade', label: t('grade'), children: label(gradeTexts[file.grade]) },
        { key: 'category', label: t('category'), children: label(categoryTexts[file.category]) },
      ]}
    />
  );
}
