import { useQuery } from '@tanstack/react-query';
import { Card, Empty } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPrisoners, type PrisonersFilter } from '../api/custody.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { useStaff } from '../shell/use-session.ts';
import { EnterButton } from './enter-dialog.tsx';
import { PrisonerFilters } from './prisoner-filters.tsx';
import { PrisonerTable } from './prisoner-table.tsx';

/** The prisoners whom this member of staff may see, with what bars visits today. */
export function PrisonersPage() {
  const { t } = useTranslation('prisoners');
  const { prison, role } = useStaff();
  const [filter, setFilter] = useState<PrisonersFilter>({ state: 'held' });
  const asked = useDeferredValue(filter);
  const query = useQuery({
    queryKey: ['prisoner-files', asked],
    queryFn: () => listPrisoners(asked),
    placeholderData: (previous) => previous,
  });
  const keeps = prison !== null && (role === 'prison_officer' || role === 'prison_approver');
  return (
    <>
      <PageHead title={t('listTitle')}>
        {keeps ? (
          <>
            <LinkButton to="/prisoners/import">{t('import')}</LinkButton>
            <EnterButton />
          </>
        ) : null}
      </PageHead>
      <PrisonerFilters filter={filter} onChange={setFilter} />
      <Loaded query={query}>
        {({ prisoners, more }) => (
          <Card>
            {prisoners.length === 0 ? (
              <Empty description={t('empty')} />
            ) : (
              <PrisonerTable prisoners={prisoners} />
            )}
            {more ? <p className="quiet">{t('more')}</p> : null}
          </Card>
        )}
      </Loaded>
    </>
  );
}
