import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../../server/notices/schema.ts';
import { listNotices, type NoticesOf } from '../api/notices.ts';
import { Moment, useLabel } from '../language/index.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { DeliveryTags } from './delivery-tags.tsx';
import { TellDialog } from './tell-dialog.tsx';
import { TextAgainButton } from './text-again-button.tsx';

/** On the pages of an application and of a booking: what its visitors were told, and whether it has reached them. */
export function NoticesCard({ of }: { of: NoticesOf }) {
  const { t } = useTranslation('notices');
  const query = useQuery({ queryKey: ['notices', of], queryFn: () => listNotices(of) });
  return (
    <Card className="panel no-print" title={t('ofCase')}>
      <Loaded query={query}>
        {(notices) =>
          notices.length === 0 ? (
            <p className="quiet">{t('none')}</p>
          ) : (
            <ul className="plain-list">
              {notices.map((notice) => (
                <li key={notice.id}>
                  <NoticeLine notice={notice} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}

function NoticeLine({ notice }: { notice: Notice }) {
  const { t } = useTranslation('notices');
  const label = useLabel();
  const [telling, setTelling] = useState(false);
  const { id, title, visitor, createdAt, deliveries, actions } = notice;
  const failed = deliveries.some(({ state }) => state === 'failed');
  return (
    <div className="row spread">
      <div>
        <strong>{label(title)}</strong> · {t('to', { name: visitor.name })}
        <div className="quiet">
          <Moment at={createdAt} />
        </div>
        <DeliveryTags deliveries={deliveries} />
      </div>
      <div className="row">
        <LinkButton to={`/notices/${id}`} aria-label={`${t('open')}: ${label(title)}, ${visitor.name}`}>
          {t('open')}
        </LinkButton>
        <ActionButton
          action={actions.tell}
          aria-label={`${t('tell')}: ${label(title)}, ${visitor.name}`}
          onClick={() => setTelling(true)}
        >
          {t('tell')}
        </ActionButton>
        {failed ? <TextAgainButton noticeId={id} action={actions.textAgain} /> : null}
      </div>
      {telling ? <TellDialog noticeId={id} name={visitor.name} onClose={() => setTelling(false)} /> : null}
    </div>
  );
}
