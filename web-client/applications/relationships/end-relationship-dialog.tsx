import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  type RelationshipEndReason,
  relationshipEndTexts,
  type VerifiedRelationship,
} from '../../../server/relationships/schema.ts';
import { endRelationship } from '../../api/relationships.ts';
import { ReasonDialog, type ReasonValues } from '../../shell/reason-dialog.tsx';

type Props = { relationship: VerifiedRelationship; applicationId: string; onClose(): void };

/** Marks a verified relationship as ended, with a reason. */
export function EndRelationshipDialog({ relationship, applicationId, onClose }: Props) {
  const { t } = useTranslation('counter');
  const queries = useQueryClient();
  const send = async ({ code, note = '' }: ReasonValues<RelationshipEndReason>) => {
    try {
      await endRelationship(relationship.id, { reasonCode: code ?? 'other', note });
    } finally {
      // Somebody else may have been faster: the page behind shows how it stands now.
      void queries.invalidateQueries({ queryKey: ['relationships'] });
      void queries.invalidateQueries({ queryKey: ['application', applicationId] });
    }
  };
  return (
    <ReasonDialog
      title={t('endRelationshipOf', { name: relationship.visitor.name })}
      hint={t('endHint')}
      reasons={{
        label: t('endReason'),
        needed: t('endReasonNeeded'),
        field: 'reasonCode',
        texts: relationshipEndTexts,
      }}
      noteLabel={t('endNote')}
      okText={t('endRelationship')}
      danger
      send={send}
      onClose={onClose}
    />
  );
}
