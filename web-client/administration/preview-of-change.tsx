import { Alert, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RulePreview } from '../../server/rules/schema.ts';
import { Moment } from '../language/index.ts';
import { useScopeName } from './use-scope-name.ts';

type Row = RulePreview['unfit'][number];

/** What a change would mean for booked visits, in words. */
export function PreviewOfChange({ preview }: { preview: RulePreview }) {
  const { t } = useTranslation('administration');
  const scopeName = useScopeName();
  const { lookedAt, unfit } = preview;
  const columns: TableColumnsType<Row> = [
    { title: t('bookingNumber'), dataIndex: 'number' },
    { title: t('bookedFor'), render: (_, { startsAt }) => <Moment at={startsAt} /> },
    { title: t('prison'), render: (_, { prisonId }) => scopeName('prison', prisonId) },
    { title: t('whyUnfit'), render: (_, { reason }) => reason.text },
  ];
  return unfit.length === 0 ? (
    <Alert type="success" showIcon role="status" title={t('previewNone', { count: lookedAt })} />
  ) : (
    <>
      <Alert
        type="warning"
        showIcon
        role="status"
        className="notice"
        title={t('previewSome', { count: lookedAt, unfit: unfit.length })}
      />
      <Table rowKey="bookingId" size="small" columns={columns} dataSource={unfit} />
    </>
  );
}
