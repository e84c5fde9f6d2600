import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AllowedAction } from '../../server/edge/allowed-action.ts';
import { textAgain } from '../api/notices.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useNoticesChanged } from './use-notices-changed.ts';

/** Puts a text message that failed into the next transfer. */
export function TextAgainButton({ noticeId, action }: { noticeId: string; action: AllowedAction }) {
  const { t } = useTranslation('notices');
  const changed = useNoticesChanged();
  const again = useMutation({ mutationFn: () => textAgain(noticeId), onSuccess: changed });
  return (
    <>
      <ActionButton action={action} loading={again.isPending} onClick={() => again.mutate()}>
        {t('textAgain')}
      </ActionButton>
      <ProblemNotice error={again.error} />
    </>
  );
}
