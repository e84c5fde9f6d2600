import { z } from 'zod';
import { type LedgerQuery, ledgerBook, ledgerPage } from '../../server/ledger/page-schema.ts';
import { get } from './request.ts';

export const listBooks = () => get('/api/ledger', z.array(ledgerBook));

export const readEntries = (bookId: string, query: LedgerQuery) =>
  get(`/api/ledger/${bookId}/entries`, ledgerPage, query);

export const readCheckpoint = (bookId: string) =>
  get(`/api/ledger/${bookId}/checkpoint`, z.object({ checkpoint: z.string(), vkey: z.string() }));
