import { z } from 'zod';
import {
  edgeRefusals,
  type Language,
  type Route,
  route,
  type StaffPrincipal,
  worksWith,
} from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { answerOffer } from './answer-offer.ts';
import { keepersOfTheList } from './decide-waiting.ts';
import { joinWaitingList } from './join-waiting-list.ts';
import { leaveWaitingList } from './leave-waiting-list.ts';
import { presentEntries } from './present-entries.ts';
import { answerOfferBody, joinBody, type WaitingEntry, waitingEntry, waitingListQuery } from './schema.ts';

const readers = [
  'district_officer',
  'district_supervisor',
  'prison_officer',
  'prison_approver',
  'auditor',
] as const;
const ofEntry = z.object({ entryId: z.string().max(36) });
const ofApplication = z.object({ applicationId: z.string().max(36) });

export type WaitingListHooks = {
  /** Something may be free, or somebody new is in line: the list has its turn before the answer goes out. */
  takeTurn(): Promise<void>;
};

export function waitingListRoutes(foundation: Foundation, { takeTurn }: WaitingListHooks): Route[] {
  const { db } = foundation;

  async function present(id: string, staff: StaffPrincipal, language: Language): Promise<WaitingEntry> {
    const prisonId = staff.prisonId ?? undefined;
    const [entry] = await presentEntries(db, { id, prisonId, all: true }, { staff, language });
    if (entry === undefined) throw edgeRefusals.not_found();
    return entry;
  }

  return [
    route({
      method: 'get',
      path: '/api/waiting-list',
      who: readers,
      summary: 'Families that wait for a slot, in the order in which they are offered one.',
      query: waitingListQuery,
      answer: z.array(waitingEntry),
      async handle({ principal: staff, query, language }) {
        const { all, prisonId = staff.prisonId ?? undefined } = query;
        if (prisonId !== undefined && !worksWith(staff, prisonId)) throw edgeRefusals.not_found();
        return presentEntries(db, { prisonId, all }, { staff, language });
      },
    }),
    route({
      method: 'get',
      path: '/api/applications/:applicationId/waiting',
      who: readers,
      summary: 'Whether an application waits for a slot, and what it was offered; the newest first.',
      params: ofApplication,
      answer: z.array(waitingEntry),
      handle: ({ principal: staff, params: { applicationId }, language }) =>
        presentEntries(
          db,
          { applicationId, prisonId: staff.prisonId ?? undefined, all: true },
          { staff, language },
        ),
    }),
    route({
      method: 'post',
      path: '/api/waiting-list',
      who: keepersOfTheList,
      summary: 'Put an approved application on the waiting list, when nothing that suits is free.',
      body: joinBody,
      answer: waitingEntry,
      status: 201,
      async handle({ principal, body, language }) {
        const id = await joinWaitingList(foundation, principal, body);
        return present(id, principal, language);
      },
    }),
    route({
      method: 'post',
      path: '/api/waiting-list/:entryId/answer',
      who: keepersOfTheList,
      summary: 'The family accepts or declines the slot that is held for it.',
      params: ofEntry,
      body: answerOfferBody,
      answer: waitingEntry,
      async handle({ principal, params: { entryId }, body, language }) {
        await answerOffer(foundation, principal, entryId, body);
        // What was declined is for the next in line.
        await takeTurn();
        return present(entryId, principal, language);
      },
    }),
    route({
      method: 'post',
      path: '/api/waiting-list/:entryId/leave',
      who: keepersOfTheList,
      summary: 'Take a family off the waiting list.',
      params: ofEntry,
      answer: waitingEntry,
      async handle({ principal, params: { entryId }, language }) {
        await leaveWaitingList(foundation, principal, entryId);
        return present(entryId, principal, language);
      },
    }),
  ];
}
