import { Button, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CentreHours } from '../../server/calendar/schema.ts';
import { useSayHours } from './use-say-hours.ts';

type Props = { hours: CentreHours[]; onChange(hours: CentreHours): void; onEnd(hours: CentreHours): void };

export function CentreHoursTable({ hours, onChange, onEnd }: Props) {
  const { t } = useTranslation('calendar');
  const say = useSayHours();
  const columns: TableColumnsType<CentreHours> = [
    { title: t('weekdays'), render: (_, one) => say.days(one) },
    {
      title: t('when'),
      render: (_, one) => (
        <>
          {say.times(one)}
          <div className="quiet">{say.extras(one)}</div>
        </>
      ),
    },
    { title: t('valid'), render: (_, one) => say.validity(one) },
    {
      title: t('actions'),
      hidden: !hours.some(({ actions }) => actions.end.allowed),
      render: (_, one) =>
        one.actions.end.allowed ? (
          <div className="row no-print">
            <Button aria-label={t('changeHoursOf', { hours: say.times(one) })} onClick={() => onChange(one)}>
              {t('changeSession')}
            </Button>
            <Button danger aria-label={t('endHoursOf', { hours: say.times(one) })} onClick={() => onEnd(one)}>
              {t('endSession')}
            </Button>
          </div>
        ) : null,
    },
  ];
  return <Table rowKey="id" size="small" columns={columns} dataSource={hours} pagination={false} />;
}
