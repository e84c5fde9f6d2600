import { Popconfirm, Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { roleTexts } from '../../server/accounts/schema.ts';
import type { StaffMember } from '../../server/accounts/staff-schema.ts';
import { sayTime, useLabel, useLanguage } from '../language/index.ts';
import { ActionButton } from '../shell/action-button.tsx';

type Props = {
  staff: StaffMember[];
  onChange(member: StaffMember): void;
  onDisable(member: StaffMember): void;
  onEnable(member: StaffMember): void;
  onReset(member: StaffMember): void;
};

export function StaffTable({ staff, onChange, onDisable, onEnable, onReset }: Props) {
  const { t } = useTranslation('administration');
  const label = useLabel();
  const columns: TableColumnsType<StaffMember> = [
    {
      title: t('displayName'),
      render: (_, { displayName, username }) => (
        <>
          {displayName}
          <div className="quiet">{username}</div>
        </>
      ),
    },
    { title: t('role'), render: (_, { role }) => label(roleTexts[role]) },
    { title: t('prison'), render: (_, { prison }) => (prison ? label(prison.name) : '—') },
    { title: t('state'), render: (_, member) => <AccountState member={member} /> },
    {
      title: t('actions'),
      render: (_, member) => {
        const { displayName: name, actions } = member;
        if (actions.enable.allowed)
          return (
            <ActionButton
              action={actions.enable}
              aria-label={t('enableOf', { name })}
              onClick={() => onEnable(member)}
            >
              {t('enable')}
            </ActionButton>
          );
        return (
          <div className="row no-print">
            <ActionButton
              action={actions.change}
              aria-label={t('changeStaffOf', { name })}
              onClick={() => onChange(member)}
            >
              {t('change')}
            </ActionButton>
            {actions.resetPassword.allowed ? (
              <Popconfirm title={t('resetQuestion')} onConfirm={() => onReset(member)}>
                <ActionButton action={actions.resetPassword} aria-label={t('resetPasswordOf', { name })}>
                  {t('resetPassword')}
                </ActionButton>
              </Popconfirm>
            ) : null}
            {actions.disable.allowed ? (
              <Popconfirm title={t('disableQuestion')} onConfirm={() => onDisable(member)}>
                <ActionButton action={actions.disable} danger aria-label={t('disableOf', { name })}>
                  {t('disable')}
                </ActionButton>
              </Popconfirm>
            ) : null}
          </div>
        );
      },
    },
  ];
  return <Table rowKey="id" size="small" columns={columns} dataSource={staff} pagination={false} />;
}

function AccountState({ member: { disabledAt, lockedUntil, neverSignedIn } }: { member: StaffMember }) {
  const { t } = useTranslation('administration');
  const language = useLanguage();
  const time = (at: string) => sayTime(at, 'moment', language);
  if (disabledAt) return <Tag>{t('disabledAccount', { time: time(disabledAt) })}</Tag>;
  return (
    <>
      <Tag color="success">{t('inUseAccount')}</Tag>
      {lockedUntil ? <Tag color="error">{t('lockedAccount', { time: time(lockedUntil) })}</Tag> : null}
      {neverSignedIn ? <Tag color="warning">{t('neverSignedIn')}</Tag> : null}
    </>
  );
}
