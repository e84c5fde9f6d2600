import {
  notice,
  noticeList,
  type OfficeContactBody,
  officeContact,
  type Telling,
} from '../../server/notices/schema.ts';
import { receiptsAnswer, transfersAnswer, transferWithLines } from '../../server/notices/transfers/schema.ts';
import { get, getFile, post } from './request.ts';
import { uploadFile } from './upload-file.ts';

/** The notices of an application with its bookings', or of one booking. */
export type NoticesOf = { applicationId: string } | { bookingId: string };

export const listNotices = (of: NoticesOf) =>
  get(
    'bookingId' in of
      ? `/api/bookings/${of.bookingId}/notices`
      : `/api/applications/${of.applicationId}/notices`,
    noticeList,
  );

export const readNotice = (id: string) => get(`/api/notices/${id}`, notice);

export const markPrinted = (id: string) => post(`/api/notices/${id}/printed`, undefined, notice);

export const markTold = (id: string, how: Telling) => post(`/api/notices/${id}/told`, { how }, notice);

export const textAgain = (id: string) => post(`/api/notices/${id}/text-again`, undefined, notice);

export const readOfficeContact = () => get('/api/office-contact', officeContact);

export const changeOfficeContact = (body: OfficeContactBody) =>
  post('/api/office-contact', body, officeContact);

export const readTransfers = () => get('/api/sms-transfers', transfersAnswer);

export const readTransfer = (id: string) => get(`/api/sms-transfers/${id}`, transferWithLines);

export const makeTransfer = () => post('/api/sms-transfers', undefined, transferWithLines);

export const getTransferFile = (id: string, what: 'file' | 'signature') =>
  getFile(`/api/sms-transfers/${id}/${what}`);

export const getTransferKey = () => getFile('/api/sms-transfer-key');

export const sendReceipts = (file: File) =>
  uploadFile('/api/sms-receipts', {}, file, receiptsAnswer, () => {});
