import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AddCentreHoursBody } from '../../server/calendar/change-schema.ts';
import type { CentreHours } from '../../server/calendar/schema.ts';
import { addCentreHours, changeCentreHours, previewCalendarChange } from '../api/calendar.ts';
import { dayInShanghai } from '../language/index.ts';
import { HoursFields, type HoursValues, hoursOf } from './hours-fields.tsx';
import { PreviewedDialog } from './previewed-dialog.tsx';

type Props = {
  /** Those that are changed; new ones without. */ hours?: CentreHours | undefined;
  onClose(): void;
};

/** Hours of the centre from a day on: new ones, or in the place of others, which end the day before. */
export function HoursDialog({ hours, onClose }: Props) {
  const { t } = useTranslation('calendar');
  const [form] = Form.useForm<HoursValues>();
  const tomorrow = dayInShanghai(new Date(), 1);
  return (
    <PreviewedDialog<AddCentreHoursBody>
      title={hours ? t('changeHoursOf', { hours: `${hours.opensAt}–${hours.closesAt}` }) : t('addHours')}
      formId="hours"
      preview={(body) =>
        previewCalendarChange(
          hours
            ? { change: 'change_centre_hours', id: hours.id, ...body }
            : { change: 'add_centre_hours', ...body },
        )
      }
      save={(body) => (hours ? changeCentreHours(hours.id, body) : addCentreHours(body))}
      onClose={onClose}
    >
      {(ask) => (
        <Form<HoursValues>
          id="hours"
          form={form}
          layout="vertical"
          initialValues={{
            weekdays: hours?.weekdays ?? [1, 2, 3, 4, 5],
            opensAt: hours?.opensAt ?? '',
            closesAt: hours?.closesAt ?? '',
            openOnHolidays: hours?.openOnHolidays ?? false,
            from: hours && hours.validFrom > tomorrow ? hours.validFrom : tomorrow,
            validTo: hours?.validTo ?? '',
          }}
          onFinish={(values) => ask({ from: values.from, hours: hoursOf(values) })}
        >
          <HoursFields fromLabel={t(hours ? 'changeFrom' : 'validFrom')} />
        </Form>
      )}
    </PreviewedDialog>
  );
}
