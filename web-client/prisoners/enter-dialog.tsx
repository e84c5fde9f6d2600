import { useQueryClient } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { EnterPrisonerBody } from '../../server/custody/schema.ts';
import { enterPrisoner } from '../api/custody.ts';
import { Dialog } from '../shell/dialog.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { GradeField, ParticularFields } from './fields.tsx';

/** Opens the dialog in which the prison enters somebody. */
export function EnterButton() {
  const { t } = useTranslation('prisoners');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('enter')}
      </Button>
      {open ? <EnterDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function EnterDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('prisoners');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [form] = Form.useForm<EnterPrisonerBody>();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useFieldErrors(form, error);
  const send = async (values: EnterPrisonerBody) => {
    setSending(true);
    try {
      const entered = await enterPrisoner(values);
      queries.setQueryData(['prisoner-file', entered.id], entered);
      void queries.invalidateQueries({ queryKey: ['prisoner-files'] });
      navigate(`/prisoners/${entered.id}`);
    } catch (thrown) {
      setError(thrown);
      setSending(false);
    }
  };
  return (
    <Dialog
      title={t('enter')}
      okText={t('save')}
      okButtonProps={{ loading: sending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <ProblemNotice error={error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ grade: 'ordinary', category: 'ordinary' }}
        onFinish={send}
      >
        <ParticularFields />
        <GradeField />
      </Form>
    </Dialog>
  );
}
