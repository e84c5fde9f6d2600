import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Loaded } from './loaded.tsx';

type Props<T> = {
  query: UseInfiniteQueryResult<InfiniteData<T>>;
  moreText: string;
  children: (pages: T[]) => ReactNode;
};

/** A list that goes on at a button. */
export function LoadedPages<T>({ query, moreText, children }: Props<T>) {
  return (
    <Loaded query={query}>
      {({ pages }) => (
        <div className="stack">
          {children(pages)}
          {query.hasNextPage ? (
            <Button
              className="no-print"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {moreText}
            </Button>
          ) : null}
        </div>
      )}
    </Loaded>
  );
}
