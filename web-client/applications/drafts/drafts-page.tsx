import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Empty, Popconfirm, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DraftSummary } from '../../../server/application-drafts/schema.ts';
import { discardDraft, listDrafts } from '../../api/drafts.ts';
import { list, Moment } from '../../language/index.ts';
import { ActionsTitle } from '../../shell/actions-title.tsx';
import { LinkButton } from '../../shell/link-button.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { ProblemNotice } from '../../shell/problem-notice.tsx';

/** What this officer has begun and not sent. */
export function DraftsPage() {
  const { t } = useTranslation('counter');
  const { t: tApplications } = useTranslation('applications');
  const query = useQuery({ queryKey: ['application-drafts'], queryFn: listDrafts });
  return (
    <>
      <PageHead title={t('draftsTitle')}>
        <LinkButton to="/applications/new" type="primary">
          {tApplications('newApplication')}
        </LinkButton>
      </PageHead>
      <p className="quiet">{t('draftsHint')}</p>
      <Card>
        <Loaded query={query}>
          {(drafts) =>
            drafts.length === 0 ? <Empty description={t('draftsNone')} /> : <DraftTable drafts={drafts} />
          }
        </Loaded>
      </Card>
    </>
  );
}

function DraftTable({ drafts }: { drafts: DraftSummary[] }) {
  const { t } = useTranslation('counter');
  const queries = useQueryClient();
  const discarding = useMutation({
    mutationFn: discardDraft,
    onSettled: () => queries.invalidateQueries({ queryKey: ['application-drafts'] }),
  });
  const about = ({ prisoner, visitors }: DraftSummary) =>
    [prisoner, list(visitors)].filter(Boolean).join(' · ') || t('draftOfNobody');
  const columns: TableColumnsType<DraftSummary> = [
    { title: t('draftPrisoner'), render: (_, { prisoner }) => prisoner || '—' },
    { title: t('draftVisitors'), render: (_, { visitors }) => list(visitors) || '—' },
    {
      title: t('draftSavedAt'),
      className: 'nowrap',
      render: (_, { savedAt }) => <Moment at={savedAt} />,
    },
    {
      title: t('draftExpires'),
      className: 'nowrap',
      render: (_, { expiresAt }) => <Moment at={expiresAt} />,
    },
    {
      title: <ActionsTitle />,
      render: (_, draft) => (
        <div className="row">
          <LinkButton
            to={`/applications/new?draft=${draft.id}`}
            aria-label={`${t('draftResume')} ${about(draft)}`}
          >
            {t('draftResume')}
          </LinkButton>
          <Popconfirm title={t('draftDiscardQuestion')} onConfirm={() => discarding.mutate(draft.id)}>
            <Button danger aria-label={`${t('draftDiscard')} ${about(draft)}`}>
              {t('draftDiscard')}
            </Button>
          </Popconfirm>
        </div>
      ),
    },
  ];
  return (
    <>
      <ProblemNotice error={discarding.error} />
      <Table rowKey="id" columns={columns} dataSource={drafts} pagination={false} />
    </>
  );
}
