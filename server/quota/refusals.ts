import { defineRefusals } from '../edge/index.ts';

export const quotaRefusals = defineRefusals({
  on_site_in_future: {
    status: 422,
    zh: '现场会见只登记已进行的，日期不能晚于今天（{today}）。',
    en: 'Only on-site visits that took place are entered: the day is today ({today}) or before.',
  },
  prisoner_not_there: {
    status: 422,
    zh: '该服刑人员 {day} 不在本监狱（{arrived}调入），不能登记当日的现场会见。请核对日期。',
    en: 'The prisoner was not in this prison on {day} (held here since {arrived}). Check the day.',
  },
  prisoner_was_gone: {
    status: 422,
    zh: '该服刑人员已于 {left} 离开本监狱，不能登记 {day} 的现场会见。请核对日期。',
    en: 'The prisoner left this prison on {left}, so there was no on-site visit here on {day}. Check the day.',
  },
  on_site_entered_already: {
    status: 409,
    zh: '该服刑人员 {day} 的现场会见已经登记，未重复登记。如有错误，请更正原登记。',
    en: 'An on-site visit of {day} has been entered already; nothing was entered twice. If it is wrong, correct it.',
  },
  corrected_already: {
    status: 409,
    zh: '该登记已被更正。请刷新页面，需要时更正最新的登记。',
    en: 'This entry has been put right already. Reload the page and, if need be, correct the newest one.',
  },
  same_as_before: {
    status: 422,
    zh: '更正后的日期与原登记相同，没有可更正的内容。',
    en: 'The day is the same as before: there is nothing to correct.',
  },
  month_is_over: {
    status: 422,
    zh: '{month} 已经过去，不能再增加会见。请选择本月（{thisMonth}）或以后的月份。',
    en: '{month} is over: no visit can be added to it. Choose this month ({thisMonth}) or a later one.',
  },
  month_too_far: {
    status: 422,
    zh: '最远可为 {latest} 批准增加会见。',
    en: 'Extra visits are granted up to {latest}.',
  },
  granted_already: {
    status: 409,
    zh: '该月已按同一理由和说明批准过一次，未重复批准。确需再次增加的，请写明不同的说明。',
    en: 'An extra visit was granted in that month for the same reason in the same words; nothing was granted twice. If another is needed, say what for.',
  },
  exception_used: {
    status: 409,
    zh: '增加的会见已被预约或使用（{month}：可会见{allowed}次，已用{used}次），不能撤回。需要撤回的，请先取消预约。',
    en: 'The extra visit has been booked or used ({month}: {used} of {allowed}) and cannot be withdrawn. Cancel the booking first.',
  },
  exception_withdrawn: {
    status: 409,
    zh: '该次增加会见已经撤回。',
    en: 'This extra visit has been withdrawn already.',
  },
});
