import type { Knex } from 'knex';
import { type OpenedApplication, openForEntrant } from '../applications/index.ts';
import { openStates } from '../applications/schema.ts';
import { type VisitOfApplication, visitOfApplication } from '../bookings/index.ts';
import type { Clock } from '../clock.ts';
import { dayOf } from '../clock.ts';
import type { RelativePrincipal } from '../edge/index.ts';
import { isMinor } from '../people/index.ts';
import type { AskAgainFacts } from './decide-ask-again.ts';

/** An application as one of its visitors finds it. */
export type FamilyCase = OpenedApplication & {
  visit: VisitOfApplication | undefined;
  askAgain: AskAgainFacts;
};

/** Opens an application for one of its visitors; to others there is none. @throws Refusal */
export async function openForFamily(
  { db, clock }: { db: Knex; clock: Clock },
  relative: RelativePrincipal,
  applicationId: string,
): Promise<FamilyCase> {
  const opened = await openForEntrant(db, relative, applicationId);
  const { application, prisoner, visitors } = opened;
  const visit = await visitOfApplication(db, application.id);
  const bornOn = visitors.find(({ person }) => person.id === relative.id)?.person.born_on ?? '';
  return {
    ...opened,
    visit,
    askAgain: {
      kind: application.kind,
      state: application.state,
      visit,
      minor: isMinor(bornOn, dayOf(clock.now())),
      openNumber: await openNumberOf(db, prisoner.id, relative.id),
    },
  };
}

async function openNumberOf(db: Knex, prisonerId: string, visitorId: string): Promise<string | undefined> {
  const row: { number: string } | undefined = await db('applications')
    .join('application_visitors', 'application_visitors.application_id', 'applications.id')
    .where({ prisoner_id: prisonerId, visitor_id: visitorId, position: 1 })
    .whereIn('state', [...openStates])
    .first('number');
  return row?.number;
}
