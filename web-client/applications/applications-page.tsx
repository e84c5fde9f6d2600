import { useInfiniteQuery } from '@tanstack/react-query';
import { Card, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { listApplications } from '../api/applications.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { LoadedPages } from '../shell/loaded-pages.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { useStaff } from '../shell/use-session.ts';
import { ApplicationFilters } from './application-filters.tsx';
import { ApplicationTable } from './application-table.tsx';
import { useApplicationFilter } from './use-application-filter.ts';

export function ApplicationsPage() {
  const { t } = useTranslation('applications');
  const { t: tCounter } = useTranslation('counter');
  const { role } = useStaff();
  const [filter, setFilter] = useApplicationFilter();
  const pages = useInfiniteQuery({
    queryKey: ['applications', filter],
    queryFn: ({ pageParam }) => listApplications({ ...filter, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  return (
    <>
      <PageHead title={t('listTitle')}>
        {role === 'district_officer' ? (
          <>
            <LinkButton to="/applications/drafts">{tCounter('drafts')}</LinkButton>
            <LinkButton to="/applications/new" type="primary">
              {t('newApplication')}
            </LinkButton>
          </>
        ) : null}
      </PageHead>
      <ApplicationFilters filter={filter} onChange={setFilter} />
      <Card>
        <LoadedPages query={pages} moreText={t('more')}>
          {(loaded) => {
            const applications = loaded.flatMap((page) => page.applications);
            return applications.length > 0 ? (
              <ApplicationTable applications={applications} />
            ) : (
              <Empty description={t('empty')} />
            );
          }}
        </LoadedPages>
      </Card>
    </>
  );
}
