import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { roleTexts } from '../../server/accounts/schema.ts';
import { readDemonstration } from '../api/session.ts';
import { useLabel } from '../language/index.ts';

type Props = { onChoose: (credentials: { username: string; password: string }) => void };

/** Shown only where the server says that it is a demonstration. Fills the form in; the user still signs in. */
export function DemonstrationAccounts({ onChoose }: Props) {
  const { t } = useTranslation('shell');
  const label = useLabel();
  const demonstration = useQuery({ queryKey: ['demonstration'], queryFn: readDemonstration, retry: false });
  if (!demonstration.data) return null;
  const { accounts, password } = demonstration.data;
  return (
    <section className="demonstration" aria-label={t('demonstrationHint')}>
      <p>{t('demonstrationHint')}</p>
      {accounts.map((account) => (
        <Button
          key={account.username}
          size="small"
          onClick={() =>
            onChoose({ username: account.username, password: account.password ?? password ?? '' })
          }
        >
          {account.username}
          {account.role ? ` · ${label(roleTexts[account.role])}` : ''}
        </Button>
      ))}
    </section>
  );
}
