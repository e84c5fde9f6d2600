import { useMutation } from '@tanstack/react-query';
import { Button, Descriptions, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type UnmaskReason, unmaskReasons, unmaskReasonTexts } from '../../server/people/schema.ts';
import { unmaskVisitor } from '../api/people.ts';
import { useLabel } from '../language/index.ts';
import { Dialog } from '../shell/dialog.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';

type Props = { visitor: { id: string; name: string }; applicationId: string; onClose(): void };

/** Shows the numbers of a person after a reason was given. They are gone when the dialog is closed. */
export function UnmaskDialog({ visitor, applicationId, onClose }: Props) {
  const { t } = useTranslation('applications');
  const label = useLabel();
  const looking = useMutation({
    mutationFn: ({ reason }: { reason: UnmaskReason }) => unmaskVisitor(visitor.id, applicationId, reason),
    gcTime: 0,
  });
  return (
    <Dialog title={t('unmaskOf', { name: visitor.name })} footer={null} onCancel={onClose}>
      <ProblemNotice error={looking.error} />
      {looking.data ? (
        <Descriptions
          column={1}
          items={[
            { key: 'idNumber', label: t('idNumber'), children: looking.data.idNumber },
            { key: 'phone', label: t('phone'), children: looking.data.phone },
          ]}
        />
      ) : (
        <Form layout="vertical" onFinish={looking.mutate}>
          <p>{t('unmaskHint')}</p>
          <Form.Item name="reason" label={t('unmaskReason')} rules={[{ required: true }]}>
            <Select
              options={unmaskReasons.map((value) => ({ value, label: label(unmaskReasonTexts[value]) }))}
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={looking.isPending}>
            {t('unmask')}
          </Button>
        </Form>
      )}
    </Dialog>
  );
}
