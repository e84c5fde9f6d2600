import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type DayPart, dayParts, dayPartTexts } from '../../server/bookings/schema.ts';
import { joinWaitingList } from '../api/waiting-list.ts';
import { dayInShanghai, sayTime, useLabel, useLanguage } from '../language/index.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { useWaitingChanged } from './use-waiting-changed.ts';

type Values = { fromDay: string; toDay: string; weekday?: number; part?: DayPart };

/** When the family can come; then it stands in line. */
export function JoinForm({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('waitingList');
  const label = useLabel();
  const language = useLanguage();
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
              options={[1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
                value: weekday,
                // 2026-06-01 is a Monday.
                label: sayTime(`2026-06-0${weekday}T04:00:00.000Z`, 'weekday', language),
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
