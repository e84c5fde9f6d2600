import { z } from 'zod';
import { dayOf } from '../clock.ts';
import { awayOn, barOn, type Custody, loadCustody, reasonTextOf } from '../custody/index.ts';
import { edgeRefusals, type Language, type Route, route, worksWith } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { findVisitorByIdNumber } from './find-visitor.ts';
import { maskName, maskPhone } from './mask-person.ts';
import {
  type KnownVisitor,
  lookupAnswer,
  lookupBody,
  type Prisoner,
  prisoner,
  prisonerSearchQuery,
  unmaskBody,
  unmaskedVisitor,
} from './schema.ts';
import { phoneOf } from './sealed-visitor.ts';
import { findPrisoners, type PrisonerRow, type VisitorRow } from './tables.ts';
import { unmaskVisitor } from './unmask-visitor.ts';

const mostPrisoners = 20;

export function peopleRoutes(foundation: Foundation): Route[] {
  const { db, sealing } = foundation;
  const toKnownVisitor = (visitor: VisitorRow): KnownVisitor => ({
    id: visitor.id,
    nameMasked: maskName(visitor.name),
    idNumberMasked: visitor.id_number_masked,
    phoneMasked: maskPhone(phoneOf(sealing, visitor)),
  });

  return [
    route({
      method: 'get',
      path: '/api/prisoners',
      who: ['district_officer', 'prison_officer', 'prison_approver'],
      summary: 'Prisoners whose number or name begins with what was typed, at most 20.',
      query: prisonerSearchQuery,
      answer: z.array(prisoner),
      async handle({ principal, query, language }) {
        const { search, prisonId = principal.prisonId ?? undefined } = query;
        if (prisonId !== undefined && !worksWith(principal, prisonId)) throw edgeRefusals.not_found();
        const found = await findPrisoners(db, { search, prisonId, limit: mostPrisoners });
        const custody = await loadCustody(
          db,
          found.map(({ id }) => id),
        );
        const day = dayOf(foundation.clock.now());
        return found.map((row) => toPrisoner(row, custody.get(row.id), { day, language }));
      },
    }),
    route({
      method: 'post',
      path: '/api/visitors/lookup',
      who: ['district_officer'],
      summary: 'The visitor with this identity number, if known from before.',
      body: lookupBody,
      answer: lookupAnswer,
      async handle({ body }) {
        const known = await findVisitorByIdNumber(db, sealing, body.idNumber);
        return { visitor: known === undefined ? null : toKnownVisitor(known) };
      },
    }),
    route({
      method: 'post',
      path: '/api/visitors/:visitorId/unmask',
      who: ['district_officer', 'district_supervisor', 'prison_approver'],
      summary:
        'Identity and telephone number of a visitor in full, for a reason that is written in the ledger.',
      params: z.object({ visitorId: z.string().max(36) }),
      body: unmaskBody,
      answer: unmaskedVisitor,
      handle: ({ principal, params, body }) =>
        unmaskVisitor(foundation, principal, { visitorId: params.visitorId, ...body }),
    }),
  ];
}

function toPrisoner(
  row: PrisonerRow,
  custody: Custody | undefined,
  { day, language }: { day: string; language: Language },
): Prisoner {
  const { id, prison_id: prisonId, ward_id: wardId, number, name, grade, category } = row;
  const away = custody && awayOn(custody, { prisonId, day });
  const reason = away ?? (custody && barOn(custody, day));
  const against = reason
    ? { code: reason.code, text: reasonTextOf(reason)[language], gone: away !== undefined }
    : null;
  return { id, prisonId, wardId, number, name, grade, category, against };
}
