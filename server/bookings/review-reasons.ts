import { Refusal, type Text } from '../edge/index.ts';
import { type BookingReason, refusalOf } from './refusals.ts';

/**
 * Reasons of a rule or of the prison's own hours alone: the prison that decides on visits may say that a visit takes place
 * nevertheless. Whatever is not named here stands against a visit until it is gone, and no key turns.
 */
const ofRuleAlone: readonly BookingReason['code'][] = [
  'outside_visit_hours',
  'closed_on_holiday',
  'between_slots',
  'other_wards_day',
  'session_full',
  'outside_centre_hours',
  'centre_closed_that_day',
  'quota_used',
  'too_many_visitors',
  'visitor_not_allowed',
  'category_bars_visitor',
  'not_resident_in_district',
  'language_needs_interpreter',
  'visit_room_not_step_free',
];

export const canBeKept = ({ code }: BookingReason) => ofRuleAlone.includes(code);

/** What can be done about a booked visit that something stands against. */
const waysOut: Record<'kept' | 'moved' | 'cancelled', Text> = {
  kept: {
    zh: '请改约或取消；监狱审批人也可说明理由，维持原预约。告知会见人。',
    en: 'Move or cancel the visit, or have the prison’s approver keep it as it is with a reason; tell the visitors.',
  },
  moved: {
    zh: '本次会见届时不能签到。请改约或取消，并告知会见人。',
    en: 'No key turns for this visit. Move it or cancel it, and tell the visitors.',
  },
  cancelled: {
    zh: '本次会见届时不能签到，也不能改约。请取消预约，并告知会见人。',
    en: 'No key turns for this visit, and no other day helps. Cancel it, and tell the visitors.',
  },
};

const noOtherDay: readonly BookingReason['code'][] = [
  'prisoner_transferred',
  'prisoner_transferred_elsewhere',
  'prisoner_released',
  'relationship_ended',
];

export function wayOutOf(reason: BookingReason): Text {
  if (canBeKept(reason)) return waysOut.kept;
  return noOtherDay.includes(reason.code) ? waysOut.cancelled : waysOut.moved;
}

const atTheGate: Text = {
  zh: '本次会见不能进行：请不要开始，取消预约或按未进行结案，并告知会见人。',
  en: 'This visit cannot take place: do not begin it, cancel it or close it without a visit, and tell the visitors.',
};

/** What whoever wants to turn a key is told. */
export function gateRefusalOf(reason: BookingReason): Refusal {
  const { code, status, text, facts } = refusalOf(reason);
  return new Refusal(code, status, { zh: text.zh + atTheGate.zh, en: `${text.en} ${atTheGate.en}` }, facts);
}
