import { z } from 'zod';
import { staffNames } from '../../accounts/index.ts';
import {
  edgeRefusals,
  type Language,
  type Role,
  type Route,
  route,
  type StaffPrincipal,
  toAllowedAction,
} from '../../edge/index.ts';
import type { Foundation } from '../../foundation.ts';
import { downloadSignature, downloadTransfer, loadTransfer } from './download-transfer.ts';
import { countWaitingTexts, listFailedTexts, listLines, presentTransfers } from './list-transfers.ts';
import { makeTransfer } from './make-transfer.ts';
import { readReceipts } from './read-receipts.ts';
import { transferRefusals } from './refusals.ts';
import {
  maximumReceiptsBytes,
  receiptsAnswer,
  type TransfersAnswer,
  type TransferWithLines,
  transfersAnswer,
  transferWithLines,
} from './schema.ts';
import { receiptFilesTable, transfersTable } from './tables.ts';
import { loadTransferKey } from './transfer-key.ts';

const readers = ['district_officer', 'district_supervisor', 'auditor'] as const satisfies Role[];
const operators = ['district_officer'] as const satisfies Role[];
const ofTransfer = z.object({ transferId: z.string().max(36) });
const mostShown = 100;

/** Text messages on their way to the government's network and back. */
export function transferRoutes(foundation: Foundation): Route[] {
  const { db, dataDir } = foundation;
  const key = loadTransferKey(dataDir);
  const operate = ({ role }: StaffPrincipal) =>
    operators.some((allowed) => allowed === role) ? undefined : edgeRefusals.not_permitted();

  async function presentAll(staff: StaffPrincipal, language: Language): Promise<TransfersAnswer> {
    const waiting = await countWaitingTexts(db);
    const rows = await transfersTable(db)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(mostShown);
    const files = await receiptFilesTable(db)
      .orderBy('read_at', 'desc')
      .orderBy('id', 'desc')
      .limit(mostShown);
    const names = await staffNames(
      db,
      files.map(({ read_by: by }) => by),
    );
    const nothing = waiting === 0 ? transferRefusals.nothing_to_transfer() : undefined;
    return {
      waiting,
      failed: await listFailedTexts(foundation, { staff, language }),
      transfers: await presentTransfers(db, rows),
      receiptFiles: files.map((file) => ({
        readAt: file.read_at,
        readBy: names.get(file.read_by) ?? '',
        sha256: file.sha256,
        lines: file.line_count,
        changed: file.changed_count,
      })),
      keyFingerprint: key.fingerprint,
      actions: {
        make: toAllowedAction(operate(staff) ?? nothing, language),
        readReceipts: toAllowedAction(operate(staff), language),
      },
    };
  }

  async function presentOne(
    id: string,
    staff: StaffPrincipal,
    language: Language,
  ): Promise<TransferWithLines> {
    const [shown] = await presentTransfers(db, [await loadTransfer(db, id)]);
    if (shown === undefined) throw edgeRefusals.not_found();
    return {
      ...shown,
      messages: await listLines(foundation, id),
      actions: { download: toAllowedAction(operate(staff), language) },
    };
  }

  return [
    route({
      method: 'get',
      path: '/api/sms-transfers',
      who: readers,
      summary: 'Text messages that wait, that failed, and the transfers that took the others.',
      answer: transfersAnswer,
      handle: ({ principal, language }) => presentAll(principal, language),
    }),
    route({
      method: 'post',
      path: '/api/sms-transfers',
      who: operators,
      summary: 'Take every text message that waits into a signed file for the government’s network.',
      answer: transferWithLines,
      status: 201,
      async handle({ principal, language }) {
        return presentOne(await makeTransfer(foundation, principal, key), principal, language);
      },
    }),
    route({
      method: 'get',
      path: '/api/sms-transfers/:transferId',
      who: readers,
      summary: 'A transfer with its messages; names and numbers are masked.',
      params: ofTransfer,
      answer: transferWithLines,
      handle: ({ principal, params, language }) => presentOne(params.transferId, principal, language),
    }),
    route({
      method: 'get',
      path: '/api/sms-transfers/:transferId/file',
      who: operators,
      summary: 'The file of a transfer, the same bytes each time. Each download is a line in the ledger.',
      params: ofTransfer,
      answer: 'file',
      handle: ({ principal, params }) => downloadTransfer(foundation, principal, params.transferId),
    }),
    route({
      method: 'get',
      path: '/api/sms-transfers/:transferId/signature',
      who: operators,
      summary: 'The detached Ed25519 signature over the file of a transfer: 64 bytes.',
      params: ofTransfer,
      answer: 'file',
      handle: ({ params }) => downloadSignature(foundation, params.transferId),
    }),
    route({
      method: 'get',
      path: '/api/sms-transfer-key',
      who: readers,
      summary: 'The public key that transfers are signed with, in PEM, for the gateway’s operator.',
      answer: 'file',
      handle: async () => ({
        bytes: Buffer.from(key.publicPem),
        mediaType: 'application/x-pem-file',
        fileName: 'sms-transfer-public-key.pem',
      }),
    }),
    route({
      method: 'post',
      path: '/api/sms-receipts',
      who: operators,
      summary: 'Read the gateway’s receipts back: a CSV file, the whole of it or nothing.',
      upload: { field: 'file', maximumBytes: maximumReceiptsBytes },
      answer: receiptsAnswer,
      handle: ({ principal, upload }) => readReceipts(foundation, principal, upload),
    }),
  ];
}
