import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArrangementBody } from '../../server/calendar/change-schema.ts';
import { dayKindTexts, festivalTexts, type HolidayYear } from '../../server/calendar/schema.ts';
import { enterHolidays, previewCalendarChange } from '../api/calendar.ts';
import { PreviewedDialog } from '../calendar/previewed-dialog.tsx';
import { useLabel } from '../language/index.ts';
import { HolidayRange } from './holiday-range.tsx';
import './administration.css';

type Day = ArrangementBody['days'][number];

/** A year's arrangement, stretch by stretch as the document gives it; it begins with what is known. */
export function HolidayDialog({
  year: { year, days: known, source },
  onClose,
}: {
  year: HolidayYear;
  onClose(): void;
}) {
  const { t } = useTranslation('administration');
  const label = useLabel();
  const [form] = Form.useForm<{ source: string }>();
  const [days, setDays] = useState<Day[]>(known);
  const [daysMissing, setDaysMissing] = useState(false);
  const add = (added: Day[]) => {
    const others = days.filter(({ day }) => !added.some((one) => one.day === day));
    setDays([...others, ...added].sort((a, b) => (a.day < b.day ? -1 : 1)));
    setDaysMissing(false);
  };
  return (
    <PreviewedDialog<ArrangementBody>
      title={t('enterHolidays', { year })}
      formId="holidays"
      preview={(body) => previewCalendarChange({ change: 'enter_holidays', ...body })}
      save={enterHolidays}
      onClose={onClose}
    >
      {(ask) => (
        <>
          <Form<{ source: string }>
            id="holidays"
            form={form}
            layout="vertical"
            initialValues={{ source: source ?? '' }}
            onFinish={(values) =>
              days.length === 0 ? setDaysMissing(true) : ask({ year, source: values.source, days })
            }
          >
            <Form.Item
              name="source"
              label={t('holidaySource')}
              extra={t('holidaySourceHint')}
              rules={[{ required: true, whitespace: true, message: t('holidaySourceNeeded') }]}
            >
              <Input maxLength={200} />
            </Form.Item>
          </Form>
          <HolidayRange year={year} onAdd={add} />
          <p>
            <strong>{t('daysOfForm', { count: days.length })}</strong>
          </p>
          {daysMissing ? <p role="alert">{t('daysNeeded')}</p> : null}
          <ul className="place-list">
            {days.map(({ day, kind, festival }) => (
              <li key={day}>
                {day} {label(dayKindTexts[kind])} · {label(festivalTexts[festival])}
                <Button
                  size="small"
                  aria-label={t('removeDay', { day })}
                  onClick={() => setDays(days.filter((one) => one.day !== day))}
                >
                  ×
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </PreviewedDialog>
  );
}
