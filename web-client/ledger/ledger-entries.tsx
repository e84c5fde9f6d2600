import { useInfiniteQuery } from '@tanstack/react-query';
import { Card, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerEntryOnPage } from '../../server/ledger/page-schema.ts';
import { readEntries } from '../api/ledger.ts';
import { endOfDay, startOfDay } from '../language/index.ts';
import { LoadedPages } from '../shell/loaded-pages.tsx';
import { EntryTable } from './entry-table.tsx';
import type { LedgerFilter } from './ledger-filters.tsx';
import { RawEntry } from './raw-entry.tsx';

type Props = { bookId: string; filter: LedgerFilter; onSubject(id: string): void };

export function LedgerEntries({ bookId, filter, onSubject }: Props) {
  const { t } = useTranslation('ledger');
  const [raw, setRaw] = useState<LedgerEntryOnPage | null>(null);
  const { kind, subject, from, to } = filter;
  const entries = useInfiniteQuery({
    queryKey: ['ledger-entries', bookId, kind, subject, from, to],
    queryFn: ({ pageParam }) =>
      readEntries(bookId, {
        kind,
        subject,
        from: from && startOfDay(from),
        to: to && endOfDay(to),
        before: pageParam,
      }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ before }) => before ?? undefined,
  });
  return (
    <Card size="small">
      <LoadedPages query={entries} moreText={t('more')}>
        {(pages) => {
          const list = pages.flatMap((page) => page.entries);
          return list.length > 0 ? (
            <EntryTable entries={list} onSubject={onSubject} onRaw={setRaw} />
          ) : (
            <Empty description={t('empty')} />
          );
        }}
      </LoadedPages>
      {raw ? <RawEntry entry={raw} onClose={() => setRaw(null)} /> : null}
    </Card>
  );
}
