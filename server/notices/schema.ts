import { z } from 'zod';
import { allowedAction } from '../edge/allowed-action.ts';
import { bilingual } from '../edge/bilingual.ts';
import type { Text } from '../edge/language.ts';
import { deliveryChannels, deliveryStates, noticeKinds } from './codes.ts';

export {
  channelTexts,
  type DeliveryChannel,
  type DeliveryState,
  deliveryChannels,
  deliveryStates,
  deliveryStateTexts,
  type NoticeKind,
  noticeKinds,
  noticeTitles,
} from './codes.ts';

/** How a visitor was told in words. */
export const tellings = ['in_person', 'by_telephone'] as const;
export type Telling = (typeof tellings)[number];
export const tellingTexts: Record<Telling, Text> = {
  in_person: { zh: '当面告知', en: 'In person' },
  by_telephone: { zh: '电话告知', en: 'By telephone' },
};

export const tellBody = z.strictObject({ how: z.enum(tellings) });

const deliveryEvent = z.object({
  channel: z.enum(deliveryChannels),
  state: z.enum(deliveryStates),
  attempt: z.int(),
  at: z.string(),
  /** Who did it; null for what came by itself. */
  by: z.string().nullable(),
  /** Of the gateway, or how somebody was told. */
  reason: z.string(),
});
export type DeliveryEvent = z.infer<typeof deliveryEvent>;

/** What a visitor was told, on which ways it has reached them, and what may be done. */
export const notice = z
  .object({
    id: z.string(),
    kind: z.enum(noticeKinds),
    title: bilingual,
    createdAt: z.string(),
    visitor: z.object({ id: z.string(), name: z.string() }),
    applicationId: z.string().nullable(),
    bookingId: z.string().nullable(),
    /** The words as they were said; null for those who do not work on the case, since they name people. */
    texts: z.object({ message: z.string(), full: bilingual }).nullable(),
    /** As it stands on each way that was tried. */
    deliveries: z.array(z.object({ channel: z.enum(deliveryChannels), state: z.enum(deliveryStates) })),
    /** The first event first. */
    history: z.array(deliveryEvent),
    actions: z.object({ print: allowedAction, tell: allowedAction, textAgain: allowedAction }),
  })
  .meta({ id: 'Notice' });
export type Notice = z.infer<typeof notice>;

export const noticeList = z.array(notice);

/** What a signed-in visitor reads of what they were told, the newest first. */
export const ownNotice = z
  .object({
    id: z.string(),
    kind: z.enum(noticeKinds),
    title: bilingual,
    full: bilingual,
    createdAt: z.string(),
    applicationId: z.string().nullable(),
    bookingId: z.string().nullable(),
  })
  .meta({ id: 'OwnNotice' });
export type OwnNotice = z.infer<typeof ownNotice>;

const line = (most: number) => z.string().trim().min(1).max(most);

/** Where visitors ask; stands at the end of every notice. */
export const officeContactBody = z.strictObject({
  phone: z
    .string()
    .trim()
    .regex(/^[\d\s+()-]{5,40}$/),
  address: z.strictObject({ zh: line(200), en: line(200) }),
  hours: z.strictObject({ zh: line(100), en: line(100) }),
});
export type OfficeContactBody = z.infer<typeof officeContactBody>;

export const officeContact = z
  .object({
    contact: officeContactBody.nullable(),
    actions: z.object({ change: allowedAction }),
  })
  .meta({ id: 'OfficeContact' });
export type OfficeContactAnswer = z.infer<typeof officeContact>;
