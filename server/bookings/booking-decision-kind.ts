import type { DateTime } from 'luxon';
import { kindTexts } from '../applications/schema.ts';
import { peopleZone, sayMoment } from '../clock.ts';
import type { DecisionKind } from '../decisions/index.ts';
import type { DecisionStep } from '../decisions/schema.ts';
import type { Text } from '../edge/index.ts';
import type { Rules } from '../rules/index.ts';
import {
  type BookingDecision,
  type BookingFacts,
  type BookingRules,
  decideBooking,
} from './decide-booking.ts';
import { bookingRulesOf } from './gather-facts.ts';
import { refusalOf } from './refusals.ts';

export type BookingStep = Extract<DecisionStep, 'book' | 'move' | 'offer'>;

/** What is kept of a decision to book, move or offer. */
export type KeptBookingFacts = {
  startsAt: DateTime;
  facts: BookingFacts;
  /** Values that something else than the rule set, such as an approval for a shorter visit. */
  bound: Partial<BookingRules>;
};

/** Where the values that a decision was made by are not those of the rules. */
export function boundValues(values: BookingRules, rules: Rules): Partial<BookingRules> {
  const ofRules: Record<string, unknown> = bookingRulesOf(rules);
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(ofRules[name])),
  );
}

/** How the decision about a booking is made again, and said. */
export const bookingDecisionKind: DecisionKind<KeptBookingFacts, BookingDecision> = {
  decide: ({ facts, bound }, rules) => decideBooking(facts, { ...bookingRulesOf(rules), ...bound }),
  sayAsked: ({ startsAt, facts }) => [
    {
      zh: `${kindTexts[facts.kind].zh}，${sayMoment(startsAt)} 开始`,
      en: `${kindTexts[facts.kind].en}, to begin at ${sayMoment(startsAt)}`,
    },
    sayQuota(facts),
  ],
  sayAnswer: sayDecision,
};

/** What the prisoner has had of the month already, and what the prison has granted beside the rule. */
function sayQuota({ quota: { remote, onSite, exceptions } }: BookingFacts): Text {
  return {
    zh: `当月其他会见：远程 ${remote} 次、现场 ${onSite} 次；特别批准增加 ${exceptions} 次`,
    en: `Other visits of the month: ${remote} remote, ${onSite} on site; granted in addition: ${exceptions}`,
  };
}

function sayDecision(decision: BookingDecision): Text {
  if ('refused' in decision) {
    const refusal = refusalOf(decision.refused);
    return { zh: refusal.say('zh'), en: refusal.say('en') };
  }
  const { startsAt, endsAt, occupiedUntil } = decision.book;
  const [from, to, until] = [sayMoment(startsAt), sayHour(endsAt), sayHour(occupiedUntil)];
  return {
    zh: `予以安排：${from} 至 ${to}，会见室和终端占用至 ${until}`,
    en: `Given: ${from} to ${to}, room and terminal taken until ${until}`,
  };
}

const sayHour = (moment: DateTime) => moment.setZone(peopleZone).toFormat('HH:mm');
