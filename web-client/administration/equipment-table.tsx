import { Button, Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../language/index.ts';

type Equipment = {
  id: string;
  name: { zh: string; en: string };
  version: number;
  outOfUseFrom: string | null;
  stepFree?: boolean;
};

type Props<E extends Equipment> = { places: E[]; mayChange: boolean; onChange(place: E): void };

/** Visit rooms or terminals, and whether they are in use. */
export function EquipmentTable<E extends Equipment>({ places, mayChange, onChange }: Props<E>) {
  const { t } = useTranslation('administration');
  const label = useLabel();
  const columns: TableColumnsType<E> = [
    {
      title: t('place'),
      render: (_, { name, stepFree }) => (
        <>
          {label(name)} {stepFree ? <Tag>{t('stepFree')}</Tag> : null}
        </>
      ),
    },
    {
      title: t('state'),
      render: (_, { outOfUseFrom }) =>
        outOfUseFrom ? (
          <Tag color="warning">{t('outOfUseFromDay', { day: outOfUseFrom })}</Tag>
        ) : (
          <Tag color="success">{t('inUse')}</Tag>
        ),
    },
    {
      title: t('actions'),
      hidden: !mayChange,
      render: (_, place) => (
        <Button
          className="no-print"
          aria-label={t('changeOf', { name: label(place.name) })}
          onClick={() => onChange(place)}
        >
          {t('change')}
        </Button>
      ),
    },
  ];
  return <Table rowKey="id" size="small" columns={columns} dataSource={places} pagination={false} />;
}
