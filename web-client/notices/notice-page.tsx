import { useMutation, useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Notice } from '../../server/notices/schema.ts';
import { markPrinted, readNotice } from '../api/notices.ts';
import { useLabel } from '../language/index.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { DeliveryRecord } from './delivery-record.tsx';
import { TellDialog } from './tell-dialog.tsx';
import { TextAgainButton } from './text-again-button.tsx';
import { noticesTexts } from './texts.ts';
import { useNoticesChanged } from './use-notices-changed.ts';

/** One notice as a slip in both languages, to be handed over; and how it has reached its visitor. */
export function NoticePage() {
  const { noticeId = '' } = useParams();
  const query = useQuery({ queryKey: ['notices', 'one', noticeId], queryFn: () => readNotice(noticeId) });
  return <Loaded query={query}>{(notice) => <NoticeSlip notice={notice} />}</Loaded>;
}

function NoticeSlip({ notice }: { notice: Notice }) {
  const { t } = useTranslation('notices');
  const label = useLabel();
  const changed = useNoticesChanged();
  const [telling, setTelling] = useState(false);
  const { id, title, visitor, texts, actions } = notice;
  const printed = useMutation({
    mutationFn: () => markPrinted(id),
    async onSuccess() {
      await changed();
      window.print();
    },
  });
  return (
    <>
      <div className="no-print">
        <PageHead title={`${t('pageTitle')} · ${label(title)}`}>
          {texts ? (
            <ActionButton
              action={actions.print}
              type="primary"
              title={t('printHint')}
              loading={printed.isPending}
              onClick={() => printed.mutate()}
            >
              {t('printAndMark')}
            </ActionButton>
          ) : null}
          <ActionButton action={actions.tell} onClick={() => setTelling(true)}>
            {t('tell')}
          </ActionButton>
          {notice.deliveries.some(({ state }) => state === 'failed') ? (
            <TextAgainButton noticeId={id} action={actions.textAgain} />
          ) : null}
        </PageHead>
        <ProblemNotice error={printed.error} />
      </div>
      {texts === null ? (
        <Card className="panel">
          <p>{t('notShown')}</p>
        </Card>
      ) : (
        <article className="printed">
          <h1>{title.zh}</h1>
          <p className="as-written" lang="zh">
            {texts.full.zh}
          </p>
          <h2>{title.en}</h2>
          <p className="as-written" lang="en">
            {texts.full.en}
          </p>
          <p className="signatures">
            <span>
              {noticesTexts.received.zh} / {noticesTexts.received.en} ________________
            </span>
            <span>
              {noticesTexts.date.zh} / {noticesTexts.date.en} ________________
            </span>
          </p>
        </article>
      )}
      <DeliveryRecord notice={notice} />
      {telling ? <TellDialog noticeId={id} name={visitor.name} onClose={() => setTelling(false)} /> : null}
    </>
  );
}
