import { z } from 'zod';
import { allowedAction } from '../edge/allowed-action.ts';
import { bilingual } from '../edge/bilingual.ts';
import { endings, excuseReasons } from '../quota/schema.ts';

const link = z.object({ id: z.string(), number: z.string(), startsAt: z.string() });

/** How a booked visit came out, what that does to the quota, and which visit makes up for which. */
export const bookingOutcome = z
  .object({
    bookingId: z.string(),
    prisonerId: z.string(),
    /** The month that it was put in: `2026-11`. */
    month: z.string(),
    /** Null while it is to come. */
    ending: z.enum(endings).nullable(),
    /** Whether it uses up the quota of its month. */
    counts: z.boolean(),
    outsideQuota: z.boolean(),
    /** The failed visit that this one makes up for. */
    makeupOf: link.nullable(),
    /** Of a failed visit: the one that makes up for it, */
    madeUpBy: link.nullable(),
    /** and until when that is possible, that day included; null if it did not fail. */
    makeupUntil: z.iso.date().nullable(),
    /** Nobody made up for it in time. */
    lapsed: z.boolean(),
    applicationId: z.string(),
    excuse: z
      .object({ reasonCode: z.enum(excuseReasons), note: z.string(), by: z.string(), at: z.string() })
      .nullable(),
    actions: z.object({ excuse: allowedAction, bookMakeup: allowedAction }),
  })
  .meta({ id: 'BookingOutcome' });
export type BookingOutcome = z.infer<typeof bookingOutcome>;

export const makeupsQuery = z.strictObject({ prisonId: z.string().min(1).max(36).optional() });

/** A failed visit that nobody has made up for yet, and for which there is time left. */
export const makeupOwed = z
  .object({
    failed: link,
    application: z.object({ id: z.string(), number: z.string() }),
    prison: z.object({ id: z.string(), name: bilingual }),
    prisoner: z.object({ id: z.string(), number: z.string(), name: z.string() }),
    until: z.iso.date(),
    actions: z.object({ bookMakeup: allowedAction }),
  })
  .meta({ id: 'MakeupOwed' });
export type MakeupOwedShown = z.infer<typeof makeupOwed>;

export const makeupsOwed = z
  .object({ makeups: z.array(makeupOwed), count: z.int() })
  .meta({ id: 'MakeupsOwed' });
export type MakeupsOwed = z.infer<typeof makeupsOwed>;
