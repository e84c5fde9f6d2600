import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OneTimePassword, StaffMember } from '../../server/accounts/staff-schema.ts';
import { disableStaff, enableStaff, readStaff, resetPassword } from '../api/staff.ts';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { StaffDialog } from './staff-dialog.tsx';
import { StaffTable } from './staff-table.tsx';

/** Who may sign in, as what. */
export function StaffPage() {
  const { t } = useTranslation('administration');
  const queries = useQueryClient();
  const query = useQuery({ queryKey: ['staff'], queryFn: readStaff });
  const [editing, setEditing] = useState<{ member?: StaffMember } | null>(null);
  const [fresh, setFresh] = useState<OneTimePassword | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: ['staff'] });
  const show = (password: OneTimePassword) => {
    setFresh(password);
    return refresh();
  };
  const disabling = useMutation({ mutationFn: disableStaff, onSuccess: refresh, onError: refresh });
  const enabling = useMutation({ mutationFn: enableStaff, onSuccess: show, onError: refresh });
  const resetting = useMutation({ mutationFn: resetPassword, onSuccess: show, onError: refresh });
  return (
    <>
      <PageHead title={t('staffTitle')}>
        <Button type="primary" onClick={() => setEditing({})}>
          {t('createStaff')}
        </Button>
      </PageHead>
      <p className="quiet">{t('staffHint')}</p>
      <ProblemNotice error={disabling.error ?? enabling.error ?? resetting.error} />
      <Card>
        <Loaded query={query}>
          {(staff) => (
            <StaffTable
              staff={staff}
              onChange={(member) => setEditing({ member })}
              onDisable={disabling.mutate}
              onEnable={enabling.mutate}
              onReset={resetting.mutate}
            />
          )}
        </Loaded>
      </Card>
      {editing ? (
        <StaffDialog
          member={editing.member}
          onClose={() => setEditing(null)}
          onSaved={(password) => {
            setEditing(null);
            if (password) setFresh(password);
            void refresh();
          }}
        />
      ) : null}
      {fresh ? <PasswordDialog fresh={fresh} onClose={() => setFresh(null)} /> : null}
    </>
  );
}
