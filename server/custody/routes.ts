import { z } from 'zod';
import { dayOf } from '../clock.ts';
import {
  edgeRefusals,
  type Language,
  type Role,
  type Route,
  route,
  type StaffPrincipal,
  worksWith,
} from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { changePrisoner, rehearseChange } from './change-prisoner.ts';
import { keepersOfRecords } from './decide-step.ts';
import { enterPrisoner } from './enter-prisoner.ts';
import { findPrisonerFiles } from './find-prisoners.ts';
import { importPrisoners, previewImport } from './import-prisoners.ts';
import { loadPlaceNames } from './places-of.ts';
import { presentImport, presentPreview } from './present-preview.ts';
import { presentFile, presentLines } from './present-prisoner.ts';
import {
  changePreview,
  enterPrisonerBody,
  importBody,
  importDone,
  importPreview,
  mostImportBytes,
  prisonerChange,
  prisonerFile,
  prisonerList,
  prisonerListQuery,
} from './schema.ts';

export { watchFlaggedBy } from './flag-visits.ts';

const readers = [
  ...keepersOfRecords,
  'district_officer',
  'district_supervisor',
  'auditor',
] as const satisfies Role[];
const ofPrisoner = z.object({ prisonerId: z.string().max(36) });
/** More than a screen shows: whoever looks for somebody types a number or a name. */
const mostShown = 100;

export function custodyRoutes(foundation: Foundation): Route[] {
  const { db, clock } = foundation;
  const present = (id: string, staff: StaffPrincipal, language: Language) =>
    presentFile(db, id, { staff, now: clock.now(), language });

  return [
    route({
      method: 'get',
      path: '/api/prisoner-files',
      who: readers,
      summary: 'Prisoners by number, with where they are and what bars visits today.',
      query: prisonerListQuery,
      answer: prisonerList,
      async handle({ principal, query: { prisonId = principal.prisonId ?? undefined, ...query }, language }) {
        if (prisonId !== undefined && !worksWith(principal, prisonId)) throw edgeRefusals.not_found();
        const now = clock.now();
        const filter = { ...query, prisonId, today: dayOf(now), limit: mostShown + 1 };
        const found = await findPrisonerFiles(db, filter);
        return {
          prisoners: await presentLines(db, found.slice(0, mostShown), { staff: principal, now, language }),
          more: found.length > mostShown,
        };
      },
    }),
    route({
      method: 'post',
      path: '/api/prisoner-files',
      who: keepersOfRecords,
      summary: 'Enter a prisoner whom the caller’s prison holds.',
      body: enterPrisonerBody,
      answer: prisonerFile,
      status: 201,
      async handle({ principal, body, language }) {
        return present(await enterPrisoner(foundation, principal, body), principal, language);
      },
    }),
    route({
      method: 'get',
      path: '/api/prisoner-files/:prisonerId',
      who: readers,
      summary: 'One prisoner: facts, bars, history, visits that need review, and what may be changed.',
      params: ofPrisoner,
      answer: prisonerFile,
      handle: ({ principal, params, language }) => present(params.prisonerId, principal, language),
    }),
    route({
      method: 'post',
      path: '/api/prisoner-files/:prisonerId/changes/preview',
      who: keepersOfRecords,
      summary: 'Which booked visits a change would touch; nothing is kept.',
      params: ofPrisoner,
      body: prisonerChange,
      answer: changePreview,
      async handle({ principal, params: { prisonerId }, body, language }) {
        const rehearsed = await rehearseChange(foundation, principal, { prisonerId, change: body });
        return presentPreview(rehearsed, language);
      },
    }),
    route({
      method: 'post',
      path: '/api/prisoner-files/:prisonerId/changes',
      who: keepersOfRecords,
      summary: 'Change a fact about a prisoner: particulars, grade, transfer, release, a bar or its end.',
      params: ofPrisoner,
      body: prisonerChange,
      answer: prisonerFile,
      async handle({ principal, params: { prisonerId }, body, language }) {
        await changePrisoner(foundation, principal, { prisonerId, change: body });
        return present(prisonerId, principal, language);
      },
    }),
    route({
      method: 'post',
      path: '/api/prisoner-imports/preview',
      who: keepersOfRecords,
      summary: 'What a list of the prison’s prisoners (CSV) would change, row by row; nothing is kept.',
      upload: { field: 'file', maximumBytes: mostImportBytes },
      answer: importPreview,
      async handle({ principal, upload, language }) {
        const preview = await previewImport(foundation, principal, upload);
        return presentImport(preview, await loadPlaceNames(db), language);
      },
    }),
    route({
      method: 'post',
      path: '/api/prisoner-imports',
      who: keepersOfRecords,
      summary: 'Import a list as it was previewed: all of it or nothing; wrong rows are left out.',
      body: importBody,
      upload: { field: 'file', maximumBytes: mostImportBytes },
      answer: importDone,
      handle: ({ principal, body, upload }) => importPrisoners(foundation, principal, upload, body.digest),
    }),
  ];
}
