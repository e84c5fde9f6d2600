import { useMutation } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { roleTexts } from '../../server/accounts/schema.ts';
import {
  belongsToPrison,
  type OneTimePassword,
  type StaffMember,
} from '../../server/accounts/staff-schema.ts';
import { type Role, roles } from '../../server/edge/access.ts';
import { usePlaces } from '../api/places.ts';
import { changeStaff, createStaff } from '../api/staff.ts';
import { useLabel } from '../language/index.ts';
import { Dialog } from '../shell/dialog.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';

type Values = { username: string; displayName: string; role: Role; prisonId?: string };

type Props = {
  /** The one whose account is changed; a new one without. */
  member?: StaffMember | undefined;
  onClose(): void;
  onSaved(password: OneTimePassword | undefined): void;
};

/** Who somebody is and what they may do: of a new account or of one that there is. */
export function StaffDialog({ member, onClose, onSaved }: Props) {
  const { t } = useTranslation('administration');
  const label = useLabel();
  const [form] = Form.useForm<Values>();
  const role = Form.useWatch('role', form) ?? member?.role;
  const prisons = usePlaces().data?.prisons ?? [];
  const saving = useMutation({
    async mutationFn({ username, displayName, role: chosen, prisonId }: Values) {
      const who = {
        displayName,
        role: chosen,
        prisonId: belongsToPrison(chosen) ? (prisonId ?? null) : null,
      };
      if (member === undefined) return createStaff({ username, ...who });
      await changeStaff(member.id, { version: member.version, ...who });
      return undefined;
    },
    onSuccess: onSaved,
  });
  useFieldErrors(form, saving.error);
  return (
    <Dialog
      title={member ? t('changeStaffOf', { name: member.displayName }) : t('createStaff')}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: saving.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <ProblemNotice error={saving.error} />
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{
          username: member?.username ?? '',
          displayName: member?.displayName ?? '',
          role: member?.role,
          prisonId: member?.prison?.id,
        }}
        onFinish={saving.mutate}
      >
        <Form.Item
          name="username"
          label={t('username')}
          extra={t('usernameHint')}
          rules={[{ required: true, message: t('usernameNeeded') }]}
        >
          <Input
            maxLength={64}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            disabled={member !== undefined}
          />
        </Form.Item>
        <Form.Item
          name="displayName"
          label={t('displayName')}
          rules={[{ required: true, whitespace: true, message: t('displayNameNeeded') }]}
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label={t('role')} rules={[{ required: true, message: t('roleNeeded') }]}>
          <Select options={roles.map((value) => ({ value, label: label(roleTexts[value]) }))} />
        </Form.Item>
        {role && belongsToPrison(role) ? (
          <Form.Item
            name="prisonId"
            label={t('prison')}
            rules={[{ required: true, message: t('prisonNeeded') }]}
          >
            <Select options={prisons.map(({ id, name }) => ({ value: id, label: label(name) }))} />
          </Form.Item>
        ) : null}
        {/* Enter saves, as in every form. */}
        <button type="submit" hidden />
      </Form>
    </Dialog>
  );
}
