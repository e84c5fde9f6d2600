import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { inTransaction } from '../../db/connection.ts';
import {
  countWrongTry,
  forgetWrongTries,
  holdTries,
  openRelativeSession,
  queryCodeLockMinutes,
} from '../accounts/index.ts';
import { hashQueryCode } from '../applications/index.ts';
import type { Refusal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { idNumberIndex, type VisitorRow, visitorSubject } from '../people/index.ts';
import { loadRules } from '../rules/index.ts';
import { kioskRefusals } from './refusals.ts';

/** No refusal comes sooner, so that its time does not tell whether there is anybody with the number. */
const refusalTakesMs = 250;
/** A kiosk serves a queue of people, each of whom may mistype as often as the rule says. */
const peopleAtAnAddress = 6;

type Credentials = { idNumber: string; queryCode: string };
type SignedIn = { visitor: VisitorRow; token: string };

/**
 * Signs visitors in with an identity number and the query code of an application of theirs. A number that nobody has is
 * answered, counted and locked like one that somebody has. The function throws Refusal.
 */
export function openRelativeSignIn(
  foundation: Foundation,
): (credentials: Credentials, address: string) => Promise<SignedIn> {
  const triesOfAddresses = countTriesOfAddresses();
  return async (credentials, address) => {
    const notBefore = wait(refusalTakesMs, undefined, { ref: false });
    const { db, clock } = foundation;
    const limit = (await loadRules(db, { at: clock.now() })).get('query_code_wrong_tries');
    const outcome = (await triesOfAddresses.areUsedUp(address, limit))
      ? kioskRefusals.too_many_wrong_tries_here()
      : await inTransaction(db, (trx) => tryCode(trx, foundation, credentials, limit));
    if ('token' in outcome) return outcome;
    await triesOfAddresses.count(address);
    await notBefore;
    throw outcome;
  };
}

/** Refusals are answered, not thrown: what was counted is to be kept. */
async function tryCode(
  trx: Knex.Transaction,
  foundation: Foundation,
  { idNumber, queryCode }: Credentials,
  limit: number,
): Promise<SignedIn | Refusal> {
  const { clock, sealing, ledger } = foundation;
  const index = idNumberIndex(sealing, idNumber);
  const { wrongTries, lockedMinutes } = await holdTries(trx, clock, index);
  if (lockedMinutes > 0) return kioskRefusals.query_code_locked({ minutes: lockedMinutes });
  const found = await findByCode(trx, foundation, index, queryCode);
  if (found === undefined) {
    await countWrongTry(trx, clock, index, { wrongTries, limit });
    return kioskRefusals.wrong_query_code({ limit, minutes: queryCodeLockMinutes });
  }
  const { visitor, application } = found;
  await forgetWrongTries(trx, index);
  const token = await openRelativeSession(trx, clock, {
    visitorId: visitor.id,
    applicationId: application.id,
  });
  await ledger.append(trx, {
    bookId: application.prison_id,
    kind: 'relative_signed_in',
    actor: { kind: 'visitor', id: visitor.id },
    subjects: [{ kind: 'application', id: application.id }, visitorSubject(sealing, visitor)],
    facts: { applicationNumber: application.number },
  });
  return { visitor, token };
}

type Candidate = { id: string; number: string; prison_id: string; query_code_hash: string };

async function findByCode(
  trx: Knex.Transaction,
  { sealing }: Foundation,
  index: string,
  queryCode: string,
): Promise<{ visitor: VisitorRow; application: Candidate } | undefined> {
  const visitor: VisitorRow | undefined = await trx('visitors').where({ id_number_index: index }).first();
  if (visitor === undefined) return undefined;
  const candidates: Candidate[] = await trx('applications')
    .join('application_visitors', 'application_visitors.application_id', 'applications.id')
    .where({ visitor_id: visitor.id })
    .whereNotNull('query_code_hash')
    .select('applications.id', 'number', 'prison_id', 'query_code_hash');
  const application = candidates.find(
    ({ id, query_code_hash: hash }) => hash === hashQueryCode(sealing, id, queryCode),
  );
  return application && { visitor, application };
}

/** Wrong tries from one address, whatever numbers they were for: nobody goes through numbers from one machine. */
function countTriesOfAddresses() {
  const most = Number.MAX_SAFE_INTEGER;
  const tries = new RateLimiterMemory({ points: most, duration: queryCodeLockMinutes * 60 });
  return {
    async areUsedUp(address: string, limit: number): Promise<boolean> {
      const used = await tries.get(address);
      return used !== null && used.consumedPoints >= limit * peopleAtAnAddress;
    },
    async count(address: string): Promise<void> {
      await tries.consume(address);
    },
  };
}
