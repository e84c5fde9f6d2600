import { useQueryClient } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ChangePreview,
  PrisonerActionName,
  PrisonerBar,
  PrisonerFile,
} from '../../server/custody/schema.ts';
import { type ChangeAsked, changePrisoner, previewChange } from '../api/custody.ts';
import { dayInShanghai } from '../language/index.ts';
import { Dialog } from '../shell/dialog.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import {
  BarFields,
  DayField,
  EndBarFields,
  GradeField,
  NoteField,
  ParticularFields,
  TransferFields,
} from './fields.tsx';
import { PreviewOfChange } from './preview-of-change.tsx';

export type ChangeKind = PrisonerActionName | 'end_bar';
type Props = { kind: ChangeKind; file: PrisonerFile; bar?: PrisonerBar; onClose(): void };
type Values = Record<string, string | undefined>;

const hints = ['transfer', 'leave', 'release', 'return', 'bar'] as const;

/** One change: what is entered, then what it would mean for booked visits, and only then the confirmation. */
export function ChangeDialog({ kind, file, bar, onClose }: Props) {
  const { t } = useTranslation('prisoners');
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [preview, setPreview] = useState<{ change: ChangeAsked; means: ChangePreview } | null>(null);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useFieldErrors(form, error);
  const attempt = async (work: () => Promise<void>) => {
    setSending(true);
    setError(null);
    try {
      await work();
    } catch (thrown) {
      setPreview(null);
      setError(thrown);
      void queries.invalidateQueries({ queryKey: ['prisoner-file', file.id] });
    }
    setSending(false);
  };
  const look = (values: Values) =>
    attempt(async () => {
      const change = changeOf(kind, values, file, bar);
      setPreview({ change, means: await previewChange(file.id, change) });
    });
  const confirm = (change: ChangeAsked) =>
    attempt(async () => {
      queries.setQueryData(['prisoner-file', file.id], await changePrisoner(file.id, change));
      for (const key of ['prisoner-files', 'bookings', 'flagged-bookings', 'slots'])
        void queries.invalidateQueries({ queryKey: [key] });
      onClose();
    });
  const hint = hints.find((one) => one === kind);
  return (
    <Dialog
      title={t(`change_${kind}`)}
      onCancel={onClose}
      footer={
        preview ? (
          <>
            <Button onClick={() => setPreview(null)}>{t('back')}</Button>
            <Button type="primary" loading={sending} onClick={() => void confirm(preview.change)}>
              {t('confirm')}
            </Button>
          </>
        ) : (
          <Button type="primary" loading={sending} onClick={form.submit}>
            {t('next')}
          </Button>
        )
      }
    >
      <ProblemNotice error={error} />
      {preview ? <PreviewOfChange preview={preview.means} /> : null}
      <div hidden={preview !== null}>
        {hint ? <p>{t(`hint_${hint}`)}</p> : null}
        <Form form={form} layout="vertical" initialValues={initialOf(kind, file)} onFinish={look}>
          <Fields kind={kind} file={file} />
        </Form>
      </div>
    </Dialog>
  );
}

function Fields({ kind, file }: { kind: ChangeKind; file: PrisonerFile }) {
  const today = dayInShanghai(new Date());
  const ofSafety = Form.useWatch('kind') === 'safety';
  const needsNote = kind === 'return' || (kind === 'bar' && ofSafety);
  return (
    <>
      {kind === 'particulars' ? <ParticularFields /> : null}
      {kind === 'grade' ? <GradeField /> : null}
      {kind === 'transfer' ? <TransferFields file={file} /> : null}
      {kind === 'transfer' || kind === 'leave' ? <DayField max={today} /> : null}
      {kind === 'release' ? <DayField /> : null}
      {kind === 'bar' ? <BarFields /> : null}
      {kind === 'end_bar' ? <EndBarFields /> : null}
      <NoteField needed={needsNote} />
    </>
  );
}

function initialOf(kind: ChangeKind, { number, name, ward, category, grade }: PrisonerFile): Values {
  const today = dayInShanghai(new Date());
  if (kind === 'particulars') return { number, name, wardId: ward.id, category };
  if (kind === 'grade') return { grade };
  return kind === 'bar' || kind === 'end_bar' ? { from: today } : { day: today };
}

/** What is left empty is left out, so that the server's own defaults hold. */
function changeOf(
  kind: ChangeKind,
  values: Values,
  { version }: PrisonerFile,
  bar?: PrisonerBar,
): ChangeAsked {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value));
  const ofBar = bar ? { barId: bar.id, from: values.from ?? bar.from } : {};
  // The fields of each kind are those of its schema, which the server checks.
  return { change: kind, version, ...given, ...ofBar } as unknown as ChangeAsked;
}
