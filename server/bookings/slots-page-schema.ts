import { z } from 'zod';
import { slotsAnswer } from '../calendar/schema.ts';
import { quotaOfMonth } from '../quota/schema.ts';

/** What the page of the slots says besides: how full each month is, and what a visit would make up for. */
export const slotsPage = slotsAnswer
  .extend({
    /** Without the booking that would be moved. Empty where no quota counts: for an assistance session. */
    months: z.array(quotaOfMonth),
    makeup: z
      .object({
        bookingId: z.string(),
        number: z.string(),
        startsAt: z.string(),
        /** The last day on which it is made up for. */
        until: z.iso.date(),
        /** That day is over: a visit is one like any other. */
        lapsed: z.boolean(),
        /** By the rule of now, whether it leaves the quota as it is. */
        outsideQuota: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'SlotsPage' });
export type SlotsPage = z.infer<typeof slotsPage>;
