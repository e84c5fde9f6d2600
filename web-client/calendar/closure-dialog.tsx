import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ClosureBody } from '../../server/calendar/change-schema.ts';
import {
  type ClosureReason,
  type ClosureScope,
  closureReasons,
  closureReasonTexts,
  closureScopeTexts,
} from '../../server/calendar/schema.ts';
import type { Places } from '../../server/places/schema.ts';
import { enterClosure, previewCalendarChange } from '../api/calendar.ts';
import { usePlaces } from '../api/places.ts';
import { dayInShanghai, momentOfShanghai, useLabel } from '../language/index.ts';
import { useStaff } from '../shell/use-session.ts';
import { PreviewedDialog } from './previewed-dialog.tsx';
import { daysAfter } from './week.ts';

type Values = {
  scope: ClosureScope;
  scopeId: string;
  wholeDays: boolean;
  from: string;
  until: string;
  reasonCode: ClosureReason;
  note?: string;
};

/** What is closed, from when until when, and why; shown before it is saved is which booked visits it touches. */
export function ClosureDialog({ scopes, onClose }: { scopes: ClosureScope[]; onClose(): void }) {
  const { t } = useTranslation('calendar');
  const label = useLabel();
  const [form] = Form.useForm<Values>();
  const scope = Form.useWatch('scope', form) ?? scopes[0];
  const wholeDays = Form.useWatch('wholeDays', form) ?? true;
  const reasonCode = Form.useWatch('reasonCode', form);
  const choices = useChoices(scope);
  return (
    <PreviewedDialog<ClosureBody>
      title={t('enterClosure')}
      formId="closure"
      preview={(closure) => previewCalendarChange({ change: 'close', ...closure })}
      save={enterClosure}
      onClose={onClose}
    >
      {(ask) => (
        <Form<Values>
          id="closure"
          form={form}
          layout="vertical"
          initialValues={{ scope: scopes[0], wholeDays: true, from: dayInShanghai(new Date(), 1), until: '' }}
          onValuesChange={(changed) => {
            if ('scope' in changed) form.setFieldValue('scopeId', undefined);
            if ('wholeDays' in changed) form.setFieldsValue({ from: '', until: '' });
          }}
          onFinish={({ wholeDays: whole, from, until, note = '', ...values }) =>
            ask({
              ...values,
              note,
              from: whole ? momentOfShanghai(`${from}T00:00`) : momentOfShanghai(from),
              until: whole ? momentOfShanghai(`${daysAfter(until, 1)}T00:00`) : momentOfShanghai(until),
            })
          }
        >
          <Form.Item name="scope" label={t('what')} rules={[{ required: true, message: t('whatNeeded') }]}>
            <Select options={scopes.map((value) => ({ value, label: label(closureScopeTexts[value]) }))} />
          </Form.Item>
          <Form.Item name="scopeId" label={t('which')} rules={[{ required: true, message: t('whatNeeded') }]}>
            <Select options={choices} />
          </Form.Item>
          <Form.Item name="wholeDays" valuePropName="checked">
            <Checkbox>{t('wholeDays')}</Checkbox>
          </Form.Item>
          <div className="field-row">
            <Form.Item name="from" label={t('from')} rules={[{ required: true, message: t('dateNeeded') }]}>
              <Input type={wholeDays ? 'date' : 'datetime-local'} />
            </Form.Item>
            <Form.Item
              name="until"
              label={t(wholeDays ? 'untilDay' : 'until')}
              rules={[{ required: true, message: t('dateNeeded') }]}
            >
              <Input type={wholeDays ? 'date' : 'datetime-local'} />
            </Form.Item>
          </div>
          <Form.Item
            name="reasonCode"
            label={t('reason')}
            rules={[{ required: true, message: t('reasonNeeded') }]}
          >
            <Select
              options={closureReasons.map((value) => ({ value, label: label(closureReasonTexts[value]) }))}
            />
          </Form.Item>
          <Form.Item
            name="note"
            label={t('note')}
            extra={t('noteHint')}
            rules={
              reasonCode === 'other' ? [{ required: true, whitespace: true, message: t('noteNeeded') }] : []
            }
          >
            <Input.TextArea rows={2} maxLength={500} showCount />
          </Form.Item>
        </Form>
      )}
    </PreviewedDialog>
  );
}

/** What of a kind this member of staff can close: of a prison's own, or the centre's. */
function useChoices(scope: ClosureScope | undefined): { value: string; label: string }[] {
  const label = useLabel();
  const { prison } = useStaff();
  const places = usePlaces().data;
  if (places === undefined || scope === undefined) return [];
  return placesOf(places, scope, prison?.id).map(({ id, name }) => ({ value: id, label: label(name) }));
}

function placesOf(places: Places, scope: ClosureScope, ownPrisonId: string | undefined) {
  const prisons = places.prisons.filter(({ id }) => ownPrisonId === undefined || id === ownPrisonId);
  const of = {
    prison: prisons,
    terminal: prisons.flatMap(({ terminals }) => terminals),
    visit_room: places.visitRooms,
    centre: places.centre ? [places.centre] : [],
  };
  return of[scope];
}
