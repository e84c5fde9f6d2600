import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../server/applications/schema.ts';
import { ReasonDialog, type ReasonValues } from '../shell/reason-dialog.tsx';
import type { ReviewKind } from './review-kinds.ts';

type Props = { kind: ReviewKind; application: Application; onClose(): void };

/** Asks for the coded reason, where there has to be one, and sends the decision with the version that was read. */
export function ReviewDialog({ kind, application, onClose }: Props) {
  const { t } = useTranslation('reviews');
  const queries = useQueryClient();
  const send = async ({ code, note = '' }: ReasonValues<string>) => {
    try {
      const decided = await kind.decide(application, { note, ...(code ? { reasonCode: code } : {}) });
      queries.setQueryData(['application', application.id], decided);
      void queries.invalidateQueries({ queryKey: ['applications'] });
    } catch (error) {
      // Somebody else may have been faster: the page behind shows how it stands now.
      void queries.invalidateQueries({ queryKey: ['application', application.id] });
      throw error;
    }
  };
  return (
    <ReasonDialog
      title={t(kind.name)}
      hint={kind.reasons ? t('reasonHint') : undefined}
      reasons={
        kind.reasons && {
          label: t('reason'),
          needed: t('reasonNeeded'),
          field: 'reasonCode',
          texts: kind.reasons,
        }
      }
      noteLabel={t('note')}
      okText={t('send')}
      danger={kind.danger}
      send={send}
      onClose={onClose}
    />
  );
}
