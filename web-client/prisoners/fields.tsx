import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  barEndReasons,
  barEndReasonTexts,
  barKinds,
  barKindTexts,
  timedBarKinds,
} from '../../server/custody/codes.ts';
import type { PrisonerFile } from '../../server/custody/schema.ts';
import { categories, categoryTexts, grades, gradeTexts } from '../../server/people/schema.ts';
import { usePlaces } from '../api/places.ts';
import { useLabel } from '../language/index.ts';
import { useStaff } from '../shell/use-session.ts';

/** What every field says that has to be filled in. */
function useNeeded() {
  const { t } = useTranslation('prisoners');
  return [{ required: true, message: t('needed') }];
}

export function ParticularFields() {
  const { t } = useTranslation('prisoners');
  const label = useLabel();
  const needed = useNeeded();
  const { prison } = useStaff();
  const places = usePlaces();
  const wards = places.data?.prisons.find(({ id }) => id === prison?.id)?.wards ?? [];
  return (
    <>
      <Form.Item name="number" label={t('number')} rules={needed}>
        <Input maxLength={32} />
      </Form.Item>
      <Form.Item name="name" label={t('name')} rules={needed}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="wardId" label={t('ward')} rules={needed}>
        <Select options={wards.map(({ id, name }) => ({ value: id, label: label(name) }))} />
      </Form.Item>
      <Form.Item name="category" label={t('category')} rules={needed}>
        <Select options={categories.map((value) => ({ value, label: label(categoryTexts[value]) }))} />
      </Form.Item>
    </>
  );
}

export function GradeField() {
  const { t } = useTranslation('prisoners');
  const label = useLabel();
  return (
    <Form.Item name="grade" label={t('grade')} rules={useNeeded()}>
      <Select options={grades.map((value) => ({ value, label: label(gradeTexts[value]) }))} />
    </Form.Item>
  );
}

export function TransferFields({ file }: { file: PrisonerFile }) {
  const { t } = useTranslation('prisoners');
  const label = useLabel();
  return (
    <>
      <Form.Item name="toPrisonId" label={t('toPrison')} rules={useNeeded()}>
        <Select options={file.otherPrisons.map(({ id, name }) => ({ value: id, label: label(name) }))} />
      </Form.Item>
      <Form.Item name="number" label={t('newNumber')}>
        <Input maxLength={32} />
      </Form.Item>
    </>
  );
}

export function DayField({ name = 'day', max }: { name?: 'day' | 'from'; max?: string }) {
  const { t } = useTranslation('prisoners');
  return (
    <Form.Item name={name} label={t(name)} rules={useNeeded()}>
      <Input type="date" max={max} />
    </Form.Item>
  );
}

/** A kind whose end follows from a rule has no field for it. */
export function BarFields() {
  const { t } = useTranslation('prisoners');
  const label = useLabel();
  const kind = Form.useWatch('kind');
  const timed = timedBarKinds.some((one) => one === kind);
  return (
    <>
      <Form.Item name="kind" label={t('ground')} rules={useNeeded()}>
        <Select options={barKinds.map((value) => ({ value, label: label(barKindTexts[value]) }))} />
      </Form.Item>
      <DayField name="from" />
      {timed ? null : (
        <Form.Item name="to" label={t('to')}>
          <Input type="date" />
        </Form.Item>
      )}
    </>
  );
}

/** What was entered by mistake never held: no day is asked for. */
export function EndBarFields() {
  const { t } = useTranslation('prisoners');
  const label = useLabel();
  const needed = useNeeded();
  const byMistake = Form.useWatch('reason') === 'entered_by_mistake';
  return (
    <>
      <Form.Item name="reason" label={t('endReason')} rules={needed}>
        <Select options={barEndReasons.map((value) => ({ value, label: label(barEndReasonTexts[value]) }))} />
      </Form.Item>
      <Form.Item name="from" label={t('endedFrom')} rules={needed} hidden={byMistake}>
        <Input type="date" />
      </Form.Item>
    </>
  );
}

export function NoteField({ needed }: { needed: boolean }) {
  const { t } = useTranslation('prisoners');
  return (
    <Form.Item
      name="note"
      label={t('note')}
      rules={needed ? [{ required: true, whitespace: true, message: t('needed') }] : []}
    >
      <Input.TextArea rows={3} maxLength={500} showCount />
    </Form.Item>
  );
}
