import { custodyReasonTexts } from '../custody/index.ts';
import { defineRefusals, type Language, type TextFacts } from '../edge/index.ts';
import { ruleText } from '../suspensions/schema.ts';

export const bookingRefusals = defineRefusals({
  ...custodyReasonTexts,
  visitor_suspended: {
    status: 422,
    zh: `{visitors}被暂停会见至 {to}（含当日），该日不能会见（${ruleText.zh}）。最早可约 {next}。`,
    en: `{visitors} may not visit until {to}, that day included (${ruleText.en}). The first possible day is {next}.`,
  },
  already_booked: {
    status: 409,
    zh: '该申请已预约会见（{number}），未重复预约。如需更改时间，请改约。',
    en: 'This application is booked already ({number}); nothing was booked twice. To change the time, move that booking.',
  },
  slot_held: {
    status: 409,
    zh: '候补为该申请保留了时段（{number}），请先答复接受或谢绝。',
    en: 'A slot is held for this application ({number}) from the waiting list. Accept or decline it first.',
  },
  offer_over: {
    status: 409,
    zh: '该候补时段已答复或已到期，不能再答复。请在候补页面查看最新情况。',
    en: 'This offer has been answered or has run out. See the waiting list for how things stand.',
  },
  already_served: {
    status: 409,
    zh: '该申请的会见（{number}）已进行，或已作放弃并计入次数。再次会见须重新申请。',
    en: 'The visit of this application ({number}) has taken place, or was given up and counts. Another visit needs a new application.',
  },
  outside_visit_hours: {
    status: 422,
    zh: '该时间不在监狱的会见日和会见时间内。{next}',
    en: 'The prison receives no visits at that time. {next}',
  },
  closed_on_holiday: {
    status: 422,
    zh: '该日为法定节假日，不安排会见。{next}',
    en: 'That day is a public holiday without visits. {next}',
  },
  between_slots: {
    status: 422,
    zh: '该时间不是时段的开始时间。{next}',
    en: 'No slot starts at that time. {next}',
  },
  other_wards_day: {
    status: 422,
    zh: '该场次安排给其他监区，不是该服刑人员所在监区的会见日。{next}',
    en: 'That session is for other wards than the prisoner’s. {next}',
  },
  closed_by_prison: {
    status: 422,
    zh: '监狱因{reason}停止会见至 {until}。{next}',
    en: 'The prison has no visits until {until} because of {reason}. {next}',
  },
  closed_centre: {
    status: 422,
    zh: '区矫正中心因{reason}停止会见至 {until}。{next}',
    en: 'The corrections centre is closed until {until} because of {reason}. {next}',
  },
  closed_terminal: {
    status: 422,
    zh: '该终端因{reason}停用至 {until}，可改选其他终端。{next}',
    en: 'The terminal is closed until {until} because of {reason}: choose another one. {next}',
  },
  closed_room: {
    status: 422,
    zh: '该会见室因{reason}停用至 {until}，可改选其他会见室。{next}',
    en: 'The visit room is closed until {until} because of {reason}: choose another one. {next}',
  },
  terminal_out_of_use: {
    status: 422,
    zh: '该终端自 {from} 起停止使用，请改选其他终端。',
    en: 'The terminal is out of use from {from} on. Choose another one.',
  },
  room_out_of_use: {
    status: 422,
    zh: '该会见室自 {from} 起停止使用，请改选其他会见室。',
    en: 'The visit room is out of use from {from} on. Choose another one.',
  },
  outside_centre_hours: {
    status: 422,
    zh: '该时段不在区矫正中心当日的开放时间（{hours}）内。{next}',
    en: 'That slot is outside of the corrections centre’s hours of the day ({hours}). {next}',
  },
  centre_closed_that_day: {
    status: 422,
    zh: '区矫正中心该日不开放。{next}',
    en: 'The corrections centre is not open that day. {next}',
  },
  session_full: {
    status: 409,
    zh: '该场次同时最多安排{capacity}场会见，此时段已满。{next}',
    en: 'The session takes at most {capacity} visits at once, and this slot is full. {next}',
  },
  in_the_past: {
    status: 422,
    zh: '该时段已过，请选择以后的时段。',
    en: 'That slot has passed. Choose a later one.',
  },
  too_soon: {
    status: 422,
    zh: '须至少提前{days}个工作日预约，最早可约 {earliest}。',
    en: 'Visits are booked at least {days} working days before; the earliest day is {earliest}.',
  },
  too_late: {
    status: 422,
    zh: '最多可提前{days}天预约，目前最晚可约 {latest}。',
    en: 'Visits are booked at most {days} days before; the last day for now is {latest}.',
  },
  quota_used: {
    status: 422,
    zh: '该服刑人员当月可会见{allowed}次（远程与现场合计），已用{used}次（规则第6项）。请改选其他月份，或由监狱批准当月增加会见。',
    en: 'The prisoner may have {allowed} visits in that month, remote and on-site together, and has had or booked {used} (rule 6). Choose another month, or ask the prison to grant an extra visit in that one.',
  },
  document_expired: {
    status: 422,
    zh: '{visitors}的身份证件有效期至 {until}，会见当日已过期（规则第4项）。请改选 {until} 或以前的日期；换领新证的，先在申请中补交新证再预约。',
    en: 'The identity paper of {visitors} is valid until {until} and will have run out on that day (rule 4). Choose a day up to {until}, or put a renewed card on file with the application first.',
  },
  relationship_ended: {
    status: 422,
    zh: '{visitors}与服刑人员的关系已标记为终止（规则第4b项），不能据此会见。请取消预约并告知会见人；仍有其他关系的，请以新的证明材料重新申请。',
    en: 'The relationship of {visitors} to the prisoner was marked as ended (rule 4b), so this visit cannot take place on it. Cancel the booking and tell the visitors; another relationship is applied for anew, with its proofs.',
  },
  prisoner_taken: {
    status: 409,
    zh: '该服刑人员此时已有其他会见，{until} 以后可约。',
    en: 'The prisoner has another visit at that time, until {until}.',
  },
  visitor_taken: {
    status: 409,
    zh: '有会见人此时已有其他会见，{until} 以后可约。',
    en: 'One of the visitors has another visit at that time, until {until}.',
  },
  unknown_visit_room: {
    status: 422,
    zh: '没有这个会见室，请刷新页面后重选。',
    en: 'There is no such visit room. Reload the page and choose again.',
  },
  visit_room_not_step_free: {
    status: 422,
    zh: '会见人需要无台阶通行，请选择无障碍会见室。',
    en: 'A visitor needs step-free access. Choose a step-free visit room.',
  },
  visit_room_taken: {
    status: 409,
    zh: '该会见室此时已被占用，{until} 以后可用。请改选其他会见室或时段。',
    en: 'The visit room is taken until {until}. Choose another room or slot.',
  },
  unknown_terminal: {
    status: 422,
    zh: '该监狱没有这台终端，请刷新页面后重选。',
    en: 'The prison of this application has no such terminal. Reload the page and choose again.',
  },
  terminal_taken: {
    status: 409,
    zh: '该终端此时已被占用，{until} 以后可用。请改选其他终端或时段。',
    en: 'The terminal is taken until {until}. Choose another terminal or slot.',
  },
  slot_taken: {
    status: 409,
    zh: '该时段刚被他人占用，请刷新后重选。',
    en: 'Somebody else has just taken that slot. Reload the page and choose again.',
  },
  no_visit_room_free: {
    status: 409,
    zh: '该时段没有空闲会见室。',
    en: 'No visit room is free in that slot.',
  },
  no_step_free_room_free: {
    status: 409,
    zh: '该时段没有空闲的无障碍会见室。',
    en: 'No step-free visit room is free in that slot.',
  },
  no_terminal_free: {
    status: 409,
    zh: '该时段监狱没有空闲终端。',
    en: 'No terminal of the prison is free in that slot.',
  },
  booking_not_open: {
    status: 409,
    zh: '该预约已取消、已到场或已结束，不能再更改。',
    en: 'This booking has been cancelled, attended or ended and cannot be changed any more.',
  },
  visit_time_passed: {
    status: 409,
    zh: '会见开始时间已过，不能改约。未到场的，请取消并注明原因。',
    en: 'The visit should have begun already and cannot be moved. If nobody came, cancel it with the reason.',
  },
  nothing_to_make_up: {
    status: 409,
    zh: '该会见没有因故障或监督人员缺席而中断，没有可补的会见。',
    en: 'This visit did not fail by a fault or for want of a supervisor: there is nothing to make up for.',
  },
  made_up_already: {
    status: 409,
    zh: '该会见的补会见已经安排。',
    en: 'The make-up of this visit has been booked already.',
  },
  makeup_lapsed: {
    status: 409,
    zh: '补会见的期限为 {until}（含当日），已过（规则第22项）。再次会见按普通会见预约，计入当月次数。',
    en: 'The make-up was possible until {until}, that day included (rule 22), and has lapsed. Another visit is booked like any other and counts.',
  },
  still_awaited: {
    status: 409,
    zh: '会见尚未开始或迟到宽限（{minutes}分钟）未过，不能按“会见人未到”取消。会见人提前取消的，请选“会见人取消”。',
    en: 'The visit has not begun or the grace for being late ({minutes} minutes) is not over, so nobody has failed to come. If the visitors cancel beforehand, choose that reason.',
  },
  not_forfeited: {
    status: 409,
    zh: '该会见没有按会见人放弃处理，无须免计。',
    en: 'This visit was not given up by the visitors: there is nothing to excuse.',
  },
  not_counted: {
    status: 409,
    zh: '按会见当日的规则，放弃的会见不计入次数，或已经免计，无须再免计。',
    en: 'By the rule of that day a visit that is given up does not count, or it has been excused already.',
  },
  too_many_visitors: {
    status: 422,
    zh: '每次会见最多{limit}人，本次预约{visitors}人（规则第8项）。请减少会见人后重新申请。',
    en: 'At most {limit} visitors may come to a visit, and {visitors} are booked (rule 8). Apply anew with fewer visitors.',
  },
  visitor_not_allowed: {
    status: 422,
    zh: '按该日的规则，第 {position} 名会见人与服刑人员的关系不在可会见范围内，也没有监狱的特别批准（规则第2项）。请由范围内的亲属重新申请。',
    en: 'By the rule of that day somebody so related to the prisoner as visitor {position} may not visit, and the prison has made no exception (rule 2). A relative who may visit can apply anew.',
  },
  category_bars_visitor: {
    status: 422,
    zh: '按该日的规则，该类服刑人员不能会见第 {position} 名会见人这样的亲属（规则第2c项）。请由范围内的亲属重新申请。',
    en: 'By the rule of that day prisoners of this category may not see a relative such as visitor {position} (rule 2c). A relative who may visit can apply anew.',
  },
  not_resident_in_district: {
    status: 422,
    zh: '按该日的规则，申请人的户籍地或居住地须在本区（规则第3项）。请到户籍地或居住地的司法行政机关申请。',
    en: 'By the rule of that day the applicant must be registered or live in the district (rule 3). Apply at the justice bureau where the applicant lives or is registered.',
  },
  language_needs_interpreter: {
    status: 422,
    zh: '按该日的规则，会见使用该语言须有翻译人员（规则第12项）。请补充翻译后重新申请，或改用可直接使用的语言。',
    en: 'By the rule of that day a visit in this language needs an interpreter (rule 12). Apply anew with an interpreter, or in a language that needs none.',
  },
  nothing_to_review: {
    status: 409,
    zh: '该预约目前没有须复核的事项，无须维持。',
    en: 'Nothing stands against this booking now, so there is nothing to decide.',
  },
  reason_stays: {
    status: 409,
    zh: '该预约不能维持，只能改约或取消：{reason}',
    en: 'This booking cannot be kept as it is, only moved or cancelled: {reason}',
  },
  stale_page: {
    status: 409,
    zh: '该预约已被他人更改。请刷新页面，核对后再操作。',
    en: 'Somebody else has changed this booking. Reload the page, check it, and try again.',
  },
});

/** Why something cannot be booked, before it is said in anybody's language. */
export type BookingReason = { code: keyof typeof bookingRefusals; facts?: TextFacts };

export const refusalOf = ({ code, facts }: BookingReason) => bookingRefusals[code](facts);

/** A reason that was kept with a booking; a later version may not know it any more. */
export function sayReason(reason: BookingReason, language: Language): string {
  return reason.code in bookingRefusals ? refusalOf(reason).say(language) : reason.code;
}
