import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WaitingEntry } from '../../server/waiting-list/schema.ts';
import { answerOffer, leaveWaitingList } from '../api/waiting-list.ts';
import { useSayMoment } from '../language/index.ts';
import { ActionButton, isShown } from '../shell/action-button.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useWaitingChanged } from './use-waiting-changed.ts';

/** What the family says to the slot that is held for it, or that it does not want to wait any longer. */
export function OfferActions({ entry }: { entry: WaitingEntry }) {
  const { t } = useTranslation('waitingList');
  const say = useSayMoment();
  const changed = useWaitingChanged();
  const [modal, question] = Modal.useModal();
  const open = entry.offers.find(({ answer }) => answer === null);
  const answer = useMutation({
    mutationFn: (given: 'accepted' | 'declined') =>
      answerOffer(entry.id, { bookingId: open?.bookingId ?? '', answer: given }),
    onSettled: changed,
  });
  const leave = useMutation({ mutationFn: () => leaveWaitingList(entry.id), onSettled: changed });
  const ask = (title: string, content: string, okText: string, onOk: () => unknown) =>
    void modal.confirm({ title, content, okText, cancelText: t('back'), onOk });
  if (!isShown(entry.actions.answer)) return null;
  return (
    <div className="row">
      {question}
      <ProblemNotice error={answer.error ?? leave.error} />
      {open ? (
        <>
          <Button type="primary" loading={answer.isPending} onClick={() => answer.mutate('accepted')}>
            {t('accept')}
          </Button>
          <Button
            onClick={() =>
              ask(
                t('declineTitle', { time: say(open.startsAt) }),
                t('declineHint'),
                t('confirmDecline'),
                () => answer.mutate('declined'),
              )
            }
          >
            {t('decline')}
          </Button>
        </>
      ) : (
        <ActionButton
          action={entry.actions.leave}
          loading={leave.isPending}
          onClick={() =>
            ask(
              t('leaveTitle', { number: entry.application.number }),
              t('leaveHint'),
              t('confirmLeave'),
              () => leave.mutate(),
            )
          }
        >
          {t('leave')}
        </ActionButton>
      )}
    </div>
  );
}
