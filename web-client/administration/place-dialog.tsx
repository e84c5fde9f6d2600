import { useQueryClient } from '@tanstack/react-query';
import { Form, type FormInstance } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Places } from '../../server/places/schema.ts';
import { placesKey } from '../api/places.ts';
import { Dialog } from '../shell/dialog.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { NameFields } from './name-fields.tsx';

export type Named = { name: { zh: string; en: string } };

type Props<V extends Named> = {
  title: string;
  initialValues?: Partial<V> | undefined;
  save(values: V): Promise<Places>;
  onClose(): void;
  /** Fields before and after the name. */
  before?: ReactNode;
  after?: (form: FormInstance<V>) => ReactNode;
};

/** Registers or renames a place; the answer is how all places stand then. */
export function PlaceDialog<V extends Named>({
  title,
  initialValues,
  save,
  onClose,
  before,
  after,
}: Props<V>) {
  const { t } = useTranslation('administration');
  const queries = useQueryClient();
  const [form] = Form.useForm<V>();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useFieldErrors(form, error);
  const send = async (values: V) => {
    setSending(true);
    try {
      queries.setQueryData(placesKey, await save(values));
      void queries.invalidateQueries();
      onClose();
    } catch (thrown) {
      setError(thrown);
      setSending(false);
    }
  };
  return (
    <Dialog
      title={title}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: sending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <ProblemNotice error={error} />
      <Form<V> form={form} layout="vertical" initialValues={initialValues as V} onFinish={send}>
        {before}
        <NameFields />
        {after?.(form)}
        {/* Enter saves, as in every form. */}
        <button type="submit" hidden />
      </Form>
    </Dialog>
  );
}
