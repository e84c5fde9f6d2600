import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { roleTexts } from '../../server/accounts/schema.ts';
import { forgetAllBut } from '../api/queries.ts';
import { signOut } from '../api/session.ts';
import { LanguageSwitch, useLabel } from '../language/index.ts';
import { sessionKey, useStaff } from './use-session.ts';

/** Who is signed in, for which body, and the way out. */
export function OwnAccount() {
  const { t } = useTranslation('shell');
  const label = useLabel();
  const staff = useStaff();
  const queries = useQueryClient();
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      forgetAllBut(queries, sessionKey);
      queries.setQueryData(sessionKey, null);
    },
  });
  return (
    <div className="own-account">
      <span>
        {staff.displayName} · {label(roleTexts[staff.role])}
        {staff.prison ? ` · ${label(staff.prison.name)}` : ''}
      </span>
      <LanguageSwitch />
      <Button onClick={() => leaving.mutate()}>{t('signOut')}</Button>
    </div>
  );
}
