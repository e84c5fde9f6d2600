import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SessionBody } from '../../server/calendar/change-schema.ts';
import type { SessionTemplate } from '../../server/calendar/schema.ts';
import { addSession, changeSession, previewCalendarChange } from '../api/calendar.ts';
import { usePlaces } from '../api/places.ts';
import { dayInShanghai, useLabel } from '../language/index.ts';
import { HoursFields, type HoursValues, hoursOf } from './hours-fields.tsx';
import { PreviewedDialog } from './previewed-dialog.tsx';

type Values = HoursValues & { name: string; everyWeeks: number; wardIds: string[]; capacity: number | null };
type Change = { from: string; session: SessionBody };

type Props = {
  prisonId: string /** The one that is changed; a new one without. */;
  session?: SessionTemplate | undefined;
  onClose(): void;
};

/** A session from a day on: a new one, or in the place of another, which ends the day before. */
export function SessionDialog({ prisonId, session, onClose }: Props) {
  const { t } = useTranslation('calendar');
  const label = useLabel();
  const [form] = Form.useForm<Values>();
  const wards = usePlaces().data?.prisons.find(({ id }) => id === prisonId)?.wards ?? [];
  const tomorrow = dayInShanghai(new Date(), 1);
  const from = session && session.validFrom > tomorrow ? session.validFrom : tomorrow;
  return (
    <PreviewedDialog<Change>
      title={session ? t('changeSessionOf', { name: session.name }) : t('addSession')}
      formId="session"
      preview={
        session &&
        ((change) => previewCalendarChange({ change: 'change_session', id: session.id, ...change }))
      }
      save={(change) => (session ? changeSession(session.id, change) : addSession({ prisonId, ...change }))}
      onClose={onClose}
    >
      {(ask) => (
        <Form<Values>
          id="session"
          form={form}
          layout="vertical"
          initialValues={{
            name: session?.name ?? '',
            weekdays: session?.weekdays ?? [],
            opensAt: session?.opensAt ?? '',
            closesAt: session?.closesAt ?? '',
            openOnHolidays: session?.openOnHolidays ?? false,
            everyWeeks: session?.everyWeeks ?? 1,
            wardIds: session?.wards.map(({ id }) => id) ?? [],
            capacity: session?.capacity ?? null,
            from,
            validTo: session?.validTo ?? '',
          }}
          onFinish={(values) => {
            const { name, everyWeeks, wardIds, capacity } = values;
            const hours = hoursOf(values);
            ask({ from: values.from, session: { ...hours, name, everyWeeks, wardIds, capacity } });
          }}
        >
          <Form.Item
            name="name"
            label={t('name')}
            extra={t('nameHint')}
            rules={[{ required: true, whitespace: true, message: t('nameNeeded') }]}
          >
            <Input maxLength={100} />
          </Form.Item>
          <HoursFields fromLabel={t(session ? 'changeFrom' : 'validFrom')} />
          <div className="field-row">
            <Form.Item name="everyWeeks" label={t('weeksBetween')} extra={t('weeksHint')}>
              <InputNumber min={1} max={52} precision={0} />
            </Form.Item>
            <Form.Item name="capacity" label={t('capacity')} extra={t('capacityHint')}>
              <InputNumber min={1} max={1000} precision={0} />
            </Form.Item>
          </div>
          <Form.Item name="wardIds" label={t('wards')} extra={t('wardsHint')}>
            <Select
              mode="multiple"
              allowClear
              optionFilterProp="label"
              options={wards.map(({ id, name }) => ({ value: id, label: label(name) }))}
            />
          </Form.Item>
        </Form>
      )}
    </PreviewedDialog>
  );
}
