import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { PrisonerSearch } from '../applications/new/prisoner-search.tsx';
import { dayInShanghai } from '../language/index.ts';
import { Field } from '../shell/field.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { QuotaOfPrisonerView } from './quota-of-prisoner.tsx';

/** Finds a prisoner, to see the month and to enter what took place at the prison. */
export function QuotaSearchPage() {
  const { t } = useTranslation('quota');
  const navigate = useNavigate();
  return (
    <>
      <PageHead title={t('title')} />
      <Card className="panel">
        <p className="quiet">{t('prisonerNeeded')}</p>
        <Field label={t('prisoner')} id="quota-prisoner">
          <PrisonerSearch id="quota-prisoner" onChange={({ value }) => navigate(`/quota/${value}`)} />
        </Field>
      </Card>
    </>
  );
}

export function QuotaPage() {
  const { t } = useTranslation('quota');
  const { prisonerId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const month = search.get('month') ?? dayInShanghai(new Date()).slice(0, 7);
  return (
    <QuotaOfPrisonerView
      prisonerId={prisonerId}
      month={month}
      onMonth={(other) => setSearch({ month: other }, { replace: true })}
      head={(title) => (
        <PageHead title={title}>
          <LinkButton to="/quota">{t('another')}</LinkButton>
        </PageHead>
      )}
    />
  );
}
