import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import { Spin } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from './problem-notice.tsx';

type Props<T> = {
  query: UseQueryResult<T> | UseInfiniteQueryResult<T>;
  children: (data: T) => ReactNode;
};

/** Shows what a query brought, or that it is under way, or why it failed. */
export function Loaded<T>({ query, children }: Props<T>) {
  const { t } = useTranslation('shell');
  if (query.data !== undefined) {
    return (
      <>
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
        {children(query.data)}
      </>
    );
  }
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  // Nothing is asked for yet, as without a day.
  if (query.fetchStatus === 'idle') return null;
  return <Spin description={t('loading')} className="spin" size="large" />;
}
