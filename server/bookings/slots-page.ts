import { loadApprovedApplication } from '../applications/index.ts';
import { dayOf } from '../clock.ts';
import type { Language } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { loadPrisoner } from '../people/index.ts';
import { loadMonths } from '../quota/index.ts';
import { loadBookingRules } from './gather-facts.ts';
import { findMakeupOwed } from './makeup.ts';
import { type AskedDays, offerSlots } from './offer-slots.ts';
import type { SlotsPage } from './slots-page-schema.ts';

/** The slots of some days, with how full their months are and which failed visit would be made up for. @throws Refusal */
export async function slotsPage(
  foundation: Foundation,
  asked: AskedDays,
  language: Language,
): Promise<SlotsPage> {
  const { db, clock } = foundation;
  const now = clock.now();
  const answer = await offerSlots(foundation, asked, language);
  const application = await loadApprovedApplication(db, asked.applicationId);
  const except = answer.bookingId ?? undefined;
  const makeup = await findMakeupOwed(db, application.id, except);
  const { values } = await loadBookingRules(db, application, now);
  const prisoner = await loadPrisoner(db, application.prisonerId);
  const months = [asked.from.slice(0, 7), asked.to.slice(0, 7)];
  return {
    ...answer,
    months:
      prisoner && application.kind === 'family_visit'
        ? await loadMonths(db, prisoner, { months, now, except })
        : [],
    makeup: makeup
      ? { ...makeup, lapsed: dayOf(now) > makeup.until, outsideQuota: values.makeupOutsideQuota }
      : null,
  };
}
