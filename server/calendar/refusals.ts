import { defineRefusals } from '../edge/index.ts';

export const calendarRefusals = defineRefusals({
  begins_in_the_past: {
    status: 422,
    zh: '开始日期不能早于今天（{today}）：已过去的日期不再更改。',
    en: 'It cannot begin before today ({today}): what has passed is not changed any more.',
  },
  ends_in_the_past: {
    status: 422,
    zh: '最后一天不能早于今天（{today}）：已过去的日期不再更改。',
    en: 'The last day cannot be before today ({today}): what has passed is not changed any more.',
  },
  ends_before_it_begins: {
    status: 422,
    zh: '结束日期 {to} 早于开始日期 {from}，请核对。',
    en: 'It would end on {to}, before it begins on {from}. Check the dates.',
  },
  closes_before_opening: {
    status: 422,
    zh: '结束时间 {closes} 不晚于开始时间 {opens}，请核对。',
    en: 'It would close at {closes}, no later than it opens at {opens}. Check the times.',
  },
  session_shorter_than_visit: {
    status: 422,
    zh: '场次只有{length}分钟，容不下一次{minutes}分钟的会见。请延长场次时间。',
    en: 'The session is {length} minutes long and no visit of {minutes} minutes fits in it. Make it longer.',
  },
  never_held: {
    status: 422,
    zh: '在 {from} 至 {to} 之间没有符合的日期，该安排永远不会生效。请核对星期、周期和起止日期。',
    en: 'No day from {from} to {to} is one of these. Check the weekdays, the weeks between, and the dates.',
  },
  session_overlaps: {
    status: 409,
    zh: '与场次“{name}”（{hours}）在同一天、同一监区的时间重叠。请调整时间、监区或起止日期，或先结束该场次。',
    en: 'It overlaps with the session “{name}” ({hours}), on the same days for the same ward. Change the times, the wards or the dates, or end that session first.',
  },
  hours_overlap: {
    status: 409,
    zh: '与现有开放时间（{hours}）在同一天重叠。请调整时间或起止日期，或先结束该项开放时间。',
    en: 'It overlaps with hours that the centre has already ({hours}). Change the times or the dates, or end those first.',
  },
  ward_not_of_prison: {
    status: 422,
    zh: '所选监区不属于该监狱，请刷新页面后重选。',
    en: 'One of these wards is not of this prison. Reload the page and choose again.',
  },
  ended_already: {
    status: 409,
    zh: '该安排已于 {date} 结束，不能再更改。',
    en: 'This ended on {date} and cannot be changed any more.',
  },
  ends_sooner_already: {
    status: 422,
    zh: '该安排本来就到 {date} 为止，只能提前结束。如需延续，请另行新增。',
    en: 'This ends on {date} anyway and can only end sooner. To go on after it, add another.',
  },
  changes_before_it_begins: {
    status: 422,
    zh: '该安排从 {from} 才开始，更改不能早于这一天。',
    en: 'This begins on {from}; a change of it can begin on that day at the earliest.',
  },
  no_centre: {
    status: 409,
    zh: '尚未登记区矫正中心，请系统管理员先在“机构与场所”中登记。',
    en: 'The corrections centre is not registered yet. The administrator registers it under “Places” first.',
  },
  closure_ends_before_it_begins: {
    status: 422,
    zh: '停用的结束时间不晚于开始时间，请核对。',
    en: 'The closure would end no later than it begins. Check the times.',
  },
  closure_in_the_past: {
    status: 422,
    zh: '停用时间应从今天（{today}）或以后开始，并在此刻之后结束。',
    en: 'A closure begins today ({today}) or later, and ends later than now.',
  },
  closed_already: {
    status: 409,
    zh: '这段时间已登记停用（至 {until}），没有重复登记。',
    en: 'It is closed for this time already (until {until}); nothing was entered twice.',
  },
  closure_over: {
    status: 409,
    zh: '该停用已结束或已提前解除，无可解除。',
    en: 'This closure is over or was lifted already; there is nothing to lift.',
  },
  day_of_another_year: {
    status: 422,
    zh: '{day} 不在{year}年内，请核对。',
    en: '{day} is not in {year}. Check the dates.',
  },
  day_given_twice: {
    status: 422,
    zh: '{day} 填写了两次，请只保留一次。',
    en: '{day} is given twice. Keep it once.',
  },
  makeup_day_is_no_weekend: {
    status: 422,
    zh: '{day} 不是周末，不会是调休上班日，请核对。',
    en: '{day} is not at a weekend and cannot be a make-up working day. Check the dates.',
  },
  statutory_day_missing: {
    status: 422,
    zh: '缺少法定假日 {days}。每年的放假安排都包括这些日期，请核对后补充。',
    en: 'Statutory holidays are missing: {days}. Every year’s arrangement has them. Check and add them.',
  },
  arrangement_unchanged: {
    status: 409,
    zh: '{year}年的放假安排与已录入的完全相同，没有重复录入。',
    en: 'The arrangement of {year} is just what was entered before; nothing was entered twice.',
  },
});
