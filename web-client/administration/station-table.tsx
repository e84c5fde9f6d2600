import { Button, Popconfirm, Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Station } from '../../server/accounts/schema.ts';
import { sayTime, useLabel, useLanguage } from '../language/index.ts';

type Props = {
  stations: Station[];
  onMakeCode(station: Station): void;
  onRevoke(station: Station): void;
};

export function StationTable({ stations, onMakeCode, onRevoke }: Props) {
  const { t } = useTranslation('administration');
  const label = useLabel();
  const columns: TableColumnsType<Station> = [
    { title: t('place'), render: (_, { placeName }) => label(placeName) },
    { title: t('kind'), render: (_, { kind }) => t(kind === 'terminal' ? 'terminal' : 'visitRoom') },
    { title: t('prison'), render: (_, { prisonName }) => (prisonName ? label(prisonName) : '—') },
    { title: t('state'), render: (_, station) => <StationState station={station} /> },
    {
      title: t('actions'),
      render: (_, station) => (
        <div className="row">
          <Button
            aria-label={t('makeCodeFor', { place: label(station.placeName) })}
            onClick={() => onMakeCode(station)}
          >
            {t('makeCode')}
          </Button>
          {station.state === 'not_enrolled' ? null : (
            <Popconfirm title={t('revokeQuestion')} onConfirm={() => onRevoke(station)}>
              <Button danger aria-label={t('revokeFor', { place: label(station.placeName) })}>
                {t('revoke')}
              </Button>
            </Popconfirm>
          )}
        </div>
      ),
    },
  ];
  return <Table rowKey="placeId" columns={columns} dataSource={stations} pagination={false} />;
}

function StationState({ station }: { station: Station }) {
  const { t } = useTranslation('administration');
  const language = useLanguage();
  const time = (moment: string | null) => (moment ? sayTime(moment, 'moment', language) : '');
  if (station.state === 'enrolled') {
    return <Tag color="success">{t('enrolled', { time: time(station.enrolledAt) })}</Tag>;
  }
  if (station.state === 'code_waiting') {
    return <Tag color="warning">{t('codeWaiting', { time: time(station.codeExpiresAt) })}</Tag>;
  }
  return <Tag>{t('notEnrolled')}</Tag>;
}
