import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listBooks } from '../api/ledger.ts';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { BookHead } from './book-head.tsx';
import { LedgerEntries } from './ledger-entries.tsx';
import { type LedgerFilter, LedgerFilters } from './ledger-filters.tsx';

/** The books as they assembled themselves; read, filtered and printed, never changed. */
export function LedgerPage() {
  const { t } = useTranslation('ledger');
  const [filter, setFilter] = useState<LedgerFilter>({});
  const books = useQuery({ queryKey: ['ledger-books'], queryFn: listBooks });
  return (
    <>
      <PageHead title={t('title')}>
        <Button onClick={() => window.print()}>{t('print')}</Button>
      </PageHead>
      <Loaded query={books}>
        {(list) => {
          const book = list.find(({ id }) => id === filter.bookId) ?? list[0];
          return book ? (
            <>
              <LedgerFilters books={list} filter={{ ...filter, bookId: book.id }} onChange={setFilter} />
              <BookHead book={book} />
              <LedgerEntries
                bookId={book.id}
                filter={filter}
                onSubject={(subject) => setFilter({ ...filter, subject })}
              />
            </>
          ) : null;
        }}
      </Loaded>
    </>
  );
}
