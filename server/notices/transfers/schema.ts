import { z } from 'zod';
import { allowedAction } from '../../edge/allowed-action.ts';
import { bilingual } from '../../edge/bilingual.ts';
import { deliveryStates, noticeKinds } from '../codes.ts';

/** The columns of both files, in their order. */
export const transferHeader = ['transfer_number', 'line_id', 'phone', 'text'] as const;
export const receiptsHeader = ['transfer_number', 'line_id', 'state', 'time', 'reason'] as const;

/** What the gateway says of a message. The last three all mean that it did not arrive. */
export const receiptStates = ['accepted', 'delivered', 'failed', 'expired', 'rejected'] as const;
export type ReceiptState = (typeof receiptStates)[number];

export const maximumReceiptsBytes = 2_000_000;

const counts = z.object({ handedOver: z.int(), accepted: z.int(), delivered: z.int(), failed: z.int() });

export const transfer = z
  .object({
    id: z.string(),
    number: z.string(),
    createdAt: z.string(),
    createdBy: z.string(),
    lines: z.int(),
    sha256: z.string(),
    keyFingerprint: z.string(),
    counts,
  })
  .meta({ id: 'SmsTransfer' });
export type Transfer = z.infer<typeof transfer>;

/** A text message that did not arrive, for whoever has to tell the visitor in another way. */
export const failedText = z
  .object({
    noticeId: z.string(),
    kind: z.enum(noticeKinds),
    title: bilingual,
    visitorName: z.string(),
    phoneMasked: z.string(),
    applicationId: z.string().nullable(),
    bookingId: z.string().nullable(),
    since: z.string(),
    reason: z.string(),
    actions: z.object({ textAgain: allowedAction, print: allowedAction, tell: allowedAction }),
  })
  .meta({ id: 'FailedText' });
export type FailedText = z.infer<typeof failedText>;

export const transferLine = z
  .object({
    line: z.int(),
    noticeId: z.string(),
    kind: z.enum(noticeKinds),
    title: bilingual,
    visitorName: z.string(),
    phoneMasked: z.string(),
    attempt: z.int(),
    state: z.enum(deliveryStates),
    receiptAt: z.string().nullable(),
    receiptReason: z.string(),
  })
  .meta({ id: 'SmsTransferLine' });
export type TransferLine = z.infer<typeof transferLine>;

export const transferWithLines = transfer
  .extend({ messages: z.array(transferLine), actions: z.object({ download: allowedAction }) })
  .meta({ id: 'SmsTransferWithLines' });
export type TransferWithLines = z.infer<typeof transferWithLines>;

export const transfersAnswer = z
  .object({
    /** Text messages that no transfer has taken yet. */
    waiting: z.int(),
    /** Those that failed and whose visitors have not been told in another way since. */
    failed: z.array(failedText),
    /** The newest first. */
    transfers: z.array(transfer),
    receiptFiles: z.array(
      z.object({
        readAt: z.string(),
        readBy: z.string(),
        sha256: z.string(),
        lines: z.int(),
        changed: z.int(),
      }),
    ),
    keyFingerprint: z.string(),
    actions: z.object({ make: allowedAction, readReceipts: allowedAction }),
  })
  .meta({ id: 'SmsTransfers' });
export type TransfersAnswer = z.infer<typeof transfersAnswer>;

export const receiptsAnswer = z
  .object({
    lines: z.int(),
    /** How many messages stand otherwise than before; none when the file had been read already. */
    changed: z.int(),
    delivered: z.int(),
    failed: z.int(),
  })
  .meta({ id: 'SmsReceipts' });
export type ReceiptsAnswer = z.infer<typeof receiptsAnswer>;
