import { Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FailedText } from '../../server/notices/transfers/schema.ts';
import { Moment, useLabel } from '../language/index.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { TellDialog } from './tell-dialog.tsx';
import { TextAgainButton } from './text-again-button.tsx';

/** Messages that did not arrive, each with what to do now. */
export function FailedTable({ failed }: { failed: FailedText[] }) {
  const { t } = useTranslation('notices');
  const label = useLabel();
  const [telling, setTelling] = useState<FailedText | null>(null);
  const columns: TableColumnsType<FailedText> = [
    {
      title: t('notice'),
      render: (_, { title, since }) => (
        <>
          {label(title)}
          <div className="quiet">
            <Moment at={since} />
          </div>
        </>
      ),
    },
    {
      title: t('visitor'),
      className: 'nowrap',
      render: (_, { visitorName, phoneMasked }) => (
        <>
          {visitorName}
          <div className="quiet">{phoneMasked}</div>
        </>
      ),
    },
    { title: t('reason'), dataIndex: 'reason' },
    {
      title: t('whatToDo'),
      render: (_, one) => (
        <div className="row">
          <LinkButton to={`/notices/${one.noticeId}`}>{t('open')}</LinkButton>
          <ActionButton action={one.actions.tell} onClick={() => setTelling(one)}>
            {t('tell')}
          </ActionButton>
          <TextAgainButton noticeId={one.noticeId} action={one.actions.textAgain} />
        </div>
      ),
    },
  ];
  return (
    <>
      <Table rowKey="noticeId" columns={columns} dataSource={failed} pagination={false} />
      {telling ? (
        <TellDialog noticeId={telling.noticeId} name={telling.visitorName} onClose={() => setTelling(null)} />
      ) : null}
    </>
  );
}
