import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { weekdayTexts } from '../../server/calendar/schema.ts';
import { dayInShanghai, useLabel } from '../language/index.ts';

export type HoursValues = {
  weekdays: number[];
  opensAt: string;
  closesAt: string;
  openOnHolidays: boolean;
  from: string;
  validTo?: string;
};

const timePattern = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** Weekdays, times and the days from and to: of a session, and of the centre. */
export function HoursFields({ fromLabel }: { fromLabel: string }) {
  const { t } = useTranslation('calendar');
  const label = useLabel();
  const today = dayInShanghai(new Date());
  const time = { pattern: timePattern, message: t('timeNeeded') };
  return (
    <>
      <Form.Item
        name="weekdays"
        label={t('weekdays')}
        rules={[{ required: true, type: 'array', min: 1, message: t('weekdaysNeeded') }]}
      >
        <Checkbox.Group
          options={Object.entries(weekdayTexts).map(([weekday, text]) => ({
            value: Number(weekday),
            label: label(text),
          }))}
        />
      </Form.Item>
      <div className="field-row">
        <Form.Item
          name="opensAt"
          label={t('opensAt')}
          extra={t('timeHint')}
          rules={[{ required: true, message: t('timeNeeded') }, time]}
        >
          <Input inputMode="numeric" maxLength={5} placeholder="08:30" />
        </Form.Item>
        <Form.Item
          name="closesAt"
          label={t('closesAt')}
          rules={[{ required: true, message: t('timeNeeded') }, time]}
        >
          <Input inputMode="numeric" maxLength={5} placeholder="11:30" />
        </Form.Item>
      </div>
      <div className="field-row">
        <Form.Item name="from" label={fromLabel} rules={[{ required: true, message: t('dateNeeded') }]}>
          <Input type="date" min={today} />
        </Form.Item>
        <Form.Item name="validTo" label={t('validTo')} extra={t('validToHint')}>
          <Input type="date" min={today} />
        </Form.Item>
      </div>
      <Form.Item name="openOnHolidays" valuePropName="checked">
        <Checkbox>{t('holidaysToo')}</Checkbox>
      </Form.Item>
    </>
  );
}

/** What the form holds, as the server takes it: an empty day is none. */
export function hoursOf({ weekdays, opensAt, closesAt, openOnHolidays, validTo }: HoursValues) {
  return { weekdays, opensAt, closesAt, openOnHolidays, validTo: validTo || null };
}
