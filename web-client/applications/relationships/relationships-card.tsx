import { useQuery } from '@tanstack/react-query';
import { Card, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Application } from '../../../server/applications/schema.ts';
import { relationships } from '../../../server/people/schema.ts';
import {
  relationshipEndTexts,
  relationshipStandingTexts,
  type VerifiedRelationship,
} from '../../../server/relationships/schema.ts';
import { listRelationships } from '../../api/relationships.ts';
import { Moment, useLabel } from '../../language/index.ts';
import { ActionButton, isShown } from '../../shell/action-button.tsx';
import { ActionsTitle } from '../../shell/actions-title.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { EndRelationshipDialog } from './end-relationship-dialog.tsx';

const colours = {
  holds: 'success',
  to_be_checked: 'warning',
  ended: 'error',
  superseded: 'default',
} as const;

/** What prisons have verified between these visitors and the prisoner, and until when it is good (rule 4b). */
export function RelationshipsCard({ application }: { application: Application }) {
  const { t } = useTranslation('counter');
  const query = useQuery({
    queryKey: ['relationships', application.prisoner.id],
    queryFn: () => listRelationships(application.prisoner.id),
  });
  const own = ({ visitor }: VerifiedRelationship) => application.visitors.some(({ id }) => id === visitor.id);
  return (
    <Card title={t('relationships')} className="panel">
      <Loaded query={query}>
        {(all) => {
          const shown = all.filter(own);
          return shown.length === 0 ? (
            <p className="quiet">{t('relationshipsNone')}</p>
          ) : (
            <RelationshipTable shown={shown} applicationId={application.id} />
          );
        }}
      </Loaded>
    </Card>
  );
}

function RelationshipTable({
  shown,
  applicationId,
}: {
  shown: VerifiedRelationship[];
  applicationId: string;
}) {
  const { t } = useTranslation('counter');
  const label = useLabel();
  const [ending, setEnding] = useState<VerifiedRelationship | null>(null);
  const columns: TableColumnsType<VerifiedRelationship> = [
    { title: t('visitor'), render: (_, { visitor }) => visitor.name },
    {
      title: t('relationship'),
      render: (_, { relationship, organisation }) =>
        [label(relationships[relationship]), organisation].filter(Boolean).join(' · '),
    },
    {
      title: t('standing'),
      render: (_, { standing, ended }) => (
        <>
          <Tag color={colours[standing]}>{label(relationshipStandingTexts[standing])}</Tag>
          {ended ? (
            <div className="quiet">
              {[label(relationshipEndTexts[ended.reasonCode]), ended.note, ended.by]
                .filter(Boolean)
                .join(' · ')}
            </div>
          ) : null}
        </>
      ),
    },
    {
      title: t('verifiedAt'),
      className: 'nowrap',
      render: (_, { verifiedAt }) => <Moment at={verifiedAt} />,
    },
    {
      title: t('verifiedBy'),
      className: 'nowrap',
      render: (_, { application: { id, number } }) => <Link to={`/applications/${id}`}>{number}</Link>,
    },
    { title: t('revalidateOn'), className: 'nowrap', dataIndex: 'revalidateOn' },
  ];
  // Nothing of it is this role's, or nothing is left that holds: then there is no column of buttons.
  const open = (one: VerifiedRelationship) => one.standing === 'holds' || one.standing === 'to_be_checked';
  if (shown.some((one) => open(one) && isShown(one.actions.end))) {
    columns.push({
      title: <ActionsTitle />,
      render: (_, one) =>
        open(one) ? (
          <ActionButton
            action={one.actions.end}
            danger
            className="no-print"
            aria-label={t('endRelationshipOf', { name: one.visitor.name })}
            onClick={() => setEnding(one)}
          >
            {t('endRelationship')}
          </ActionButton>
        ) : null,
    });
  }
  return (
    <>
      <Table rowKey="id" columns={columns} dataSource={shown} pagination={false} />
      {ending ? (
        <EndRelationshipDialog
          relationship={ending}
          applicationId={applicationId}
          onClose={() => setEnding(null)}
        />
      ) : null}
    </>
  );
}
