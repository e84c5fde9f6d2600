import { Button, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SessionTemplate } from '../../server/calendar/schema.ts';
import { list, useLabel } from '../language/index.ts';
import { useSayHours } from './use-say-hours.ts';

type Props = {
  sessions: SessionTemplate[];
  onChange(session: SessionTemplate): void;
  onEnd(session: SessionTemplate): void;
};

export function SessionTable({ sessions, onChange, onEnd }: Props) {
  const { t } = useTranslation('calendar');
  const label = useLabel();
  const say = useSayHours();
  const columns: TableColumnsType<SessionTemplate> = [
    { title: t('name'), dataIndex: 'name' },
    {
      title: t('when'),
      render: (_, session) => (
        <>
          {say.days(session)} {say.times(session)}
          <div className="quiet">{say.extras(session)}</div>
        </>
      ),
    },
    {
      title: t('wards'),
      render: (_, { wards }) =>
        wards.length === 0 ? t('everyWard') : list(wards.map(({ name }) => label(name))),
    },
    { title: t('capacity'), render: (_, { capacity }) => capacity ?? t('everyTerminal') },
    { title: t('valid'), render: (_, session) => say.validity(session) },
    {
      title: t('actions'),
      hidden: !sessions.some(({ actions }) => actions.end.allowed),
      render: (_, session) =>
        session.actions.end.allowed ? (
          <div className="row no-print">
            <Button
              aria-label={t('changeSessionOf', { name: session.name })}
              onClick={() => onChange(session)}
            >
              {t('changeSession')}
            </Button>
            <Button
              danger
              aria-label={t('endSessionOf', { name: session.name })}
              onClick={() => onEnd(session)}
            >
              {t('endSession')}
            </Button>
          </div>
        ) : null,
    },
  ];
  return <Table rowKey="id" size="small" columns={columns} dataSource={sessions} pagination={false} />;
}
