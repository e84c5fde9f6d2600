import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { Text } from '../../server/edge/language.ts';
import { useLabel } from '../language/index.ts';
import { Dialog } from './dialog.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { useFieldErrors } from './use-field-errors.ts';

export type ReasonValues<C extends string> = { code?: C; note?: string };

type Props<C extends string> = {
  title: string;
  hint?: string;
  /** The coded reasons; none where a note alone is asked for. */
  reasons?: { label: string; needed: string; field: string; texts: Partial<Record<C, Text>> };
  /** The label of the free words; none where there are no words. */
  noteLabel?: string;
  noteNeeded?: string;
  okText: string;
  cancelText?: string;
  danger?: boolean;
  /** Closes the dialog when it succeeds; what it throws is shown in it. */
  send(values: ReasonValues<C>): Promise<unknown>;
  onClose(): void;
};

/** Asks for a coded reason and a few words, sends them, and puts what is wrong at its field. */
export function ReasonDialog<C extends string>(props: Props<C>) {
  const { reasons, noteLabel, noteNeeded, onClose } = props;
  const label = useLabel();
  const [form] = Form.useForm<Record<string, string>>();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useFieldErrors(form, error);
  const send = async (values: Record<string, string>) => {
    setSending(true);
    try {
      await props.send({
        code: reasons ? (values[reasons.field] as C) : undefined,
        note: values.note,
      });
      onClose();
    } catch (thrown) {
      setError(thrown);
      setSending(false);
    }
  };
  return (
    <Dialog
      title={props.title}
      okText={props.okText}
      cancelText={props.cancelText}
      okButtonProps={{ danger: props.danger, loading: sending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      {props.hint ? <p>{props.hint}</p> : null}
      <ProblemNotice error={error} />
      <Form form={form} layout="vertical" onFinish={send}>
        {reasons ? (
          <Form.Item
            name={reasons.field}
            label={reasons.label}
            rules={[{ required: true, message: reasons.needed }]}
          >
            <Select options={optionsOf(reasons.texts, label)} />
          </Form.Item>
        ) : null}
        {noteLabel ? (
          <Form.Item
            name="note"
            label={noteLabel}
            rules={noteNeeded ? [{ required: true, whitespace: true, message: noteNeeded }] : []}
          >
            <Input.TextArea rows={3} maxLength={500} showCount />
          </Form.Item>
        ) : null}
      </Form>
    </Dialog>
  );
}

function optionsOf(texts: Partial<Record<string, Text>>, label: (text: Text) => string) {
  return Object.entries(texts).map(([value, text]) => ({ value, label: text ? label(text) : value }));
}

/** The texts of some codes out of a whole list. */
export function textsOf<C extends string>(
  codes: readonly C[],
  texts: Record<C, Text>,
): Partial<Record<C, Text>> {
  return Object.fromEntries(codes.map((code) => [code, texts[code]])) as Partial<Record<C, Text>>;
}
