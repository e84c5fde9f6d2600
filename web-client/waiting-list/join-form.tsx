import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type DayPart, dayParts, dayPartTexts } from '../../server/bookings/schema.ts';
import { weekdayTexts } from '../../server/calendar/schema.ts';
import { joinWaitingList } from '../api/waiting-list.ts';
import { dayInShanghai, useLabel } from '../language/index.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { useWaitingChanged } from './use-waiting-changed.ts';

type Values = { fromDay: string; toDay: string; weekday?: number; part?: DayPart };

/** When the family can come; then it stands in line. */
export function JoinForm({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('waitingList');
  const label = useLabel();
  const changed = useWaitingChanged();
  const [form] = Form.useForm<Values>();
  const join = useMutation({
    mutationFn: ({ weekday = undefined, part = undefined, ...days }: Values) =>
      joinWaitingList({ applicationId, ...days, weekday: weekday ?? null, part: part ?? null }),
    onSettled: changed,
  });
  useFieldErrors(form, join.error);
  const today = dayInShanghai(new Date());
  const needed = [{ required: true, message: t('dayNeeded') }];
  return (
    <>
      <p className="quiet">{t('cardHint')}</p>
      <ProblemNotice error={join.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ fromDay: today, toDay: dayInShanghai(new Date(), 30) }}
        onFinish={join.mutate}
      >
        <div className="form-grid">
          <Form.Item name="fromDay" label={t('fromDay')} rules={needed}>
            <Input type="date" min={today} />
          </Form.Item>
          <Form.Item name="toDay" label={t('toDay')} rules={needed}>
            <Input type="date" min={today} />
          </Form.Item>
          <Form.Item name="weekday" label={t('weekday')}>
            <Select<number>
              allowClear
              placeholder={t('anyWeekday')}
              options={Object.entries(weekdayTexts).map(([weekday, text]) => ({
                value: Number(weekday),
                label: label(text),
              }))}
            />
          </Form.Item>
          <Form.Item name="part" label={t('dayPart')}>
            <Select<DayPart>
              allowClear
              placeholder={t('anyDayPart')}
              options={dayParts.map((part) => ({ value: part, label: label(dayPartTexts[part]) }))}
            />
          </Form.Item>
        </div>
        <Button htmlType="submit" loading={join.isPending}>
          {t('join')}
        </Button>
      </Form>
    </>
  );
}
