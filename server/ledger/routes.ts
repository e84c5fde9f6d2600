import { z } from 'zod';
import { edgeRefusals, type Route, route, worksWith } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { listEntries } from './list-entries.ts';
import { ledgerBook, ledgerPage, ledgerQuery } from './page-schema.ts';
import { type BookRow, booksTable, entriesTable } from './tables.ts';

const readers = [
  'district_officer',
  'district_supervisor',
  'prison_officer',
  'prison_approver',
  'auditor',
] as const;
const ofBook = z.object({ bookId: z.string().max(36) });
const pageSize = 50;

/** The books as people read them. A book has the id of its prison, and a prison's staff see their own only. */
export function ledgerRoutes({ db }: Foundation): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/ledger',
      who: readers,
      summary: 'The ledger books that this member of staff may read.',
      answer: z.array(ledgerBook),
      async handle({ principal }) {
        const rows: BookRow[] = await booksTable(db).orderBy('id');
        return rows
          .filter(({ id }) => worksWith(principal, id))
          .map(({ id, origin, size, vkey, founded_at }) => ({
            id,
            origin,
            size,
            vkey,
            foundedAt: founded_at,
          }));
      },
    }),
    route({
      method: 'get',
      path: '/api/ledger/:bookId/entries',
      who: readers,
      summary: 'Entries of a book, the newest first.',
      params: ofBook,
      query: ledgerQuery,
      answer: ledgerPage,
      async handle({ principal, params: { bookId }, query }) {
        if (!worksWith(principal, bookId)) throw edgeRefusals.not_found();
        const { subject, ...filter } = query;
        return listEntries(db, { ...filter, bookId, subjectId: subject, limit: pageSize });
      },
    }),
    route({
      method: 'get',
      path: '/api/ledger/:bookId/checkpoint',
      who: readers,
      summary: 'The signed head of a book, a C2SP tlog-checkpoint.',
      params: ofBook,
      answer: z.object({ checkpoint: z.string(), vkey: z.string() }),
      async handle({ principal, params: { bookId } }) {
        const book = await booksTable(db).where({ id: bookId }).first();
        if (!book || !worksWith(principal, bookId)) throw edgeRefusals.not_found();
        const head = await entriesTable(db)
          .where({ book_id: bookId, entry_index: book.size - 1 })
          .first('checkpoint');
        if (!head) throw new Error(`ledger book ${bookId} lacks its last entry`);
        return { checkpoint: head.checkpoint, vkey: book.vkey };
      },
    }),
  ];
}
