import { defineRefusals } from '../edge/index.ts';

export const waitingListRefusals = defineRefusals({
  days_passed: {
    status: 422,
    zh: '最晚日期 {toDay} 已过，请选择今天或以后的日期。',
    en: 'The last day, {toDay}, has passed. Choose one from today on.',
  },
  slot_free_now: {
    status: 409,
    zh: '目前就有合适的空闲时段（{time}），请直接预约，无须候补。',
    en: 'A slot that suits is free now ({time}): book it, there is no need to wait.',
  },
  already_waiting: {
    status: 409,
    zh: '该申请已在候补名单中，不能重复加入。',
    en: 'This application is on the waiting list already.',
  },
  booked_already: {
    status: 409,
    zh: '该申请已有预约（{number}）。如需更改时间，请改约。',
    en: 'This application has a booking ({number}). To change the time, move it.',
  },
  served_already: {
    status: 409,
    zh: '该申请的会见（{number}）已进行，或已作放弃并计入次数，不能再候补。再次会见须重新申请。',
    en: 'The visit of this application ({number}) has taken place, or was given up and counts: there is nothing to wait for. Another visit needs a new application.',
  },
  not_waiting: {
    status: 409,
    zh: '该申请已不在候补中。请刷新页面查看最新情况。',
    en: 'This application is not waiting any more. Reload the page to see how it stands.',
  },
  answer_first: {
    status: 409,
    zh: '已有保留的时段，请先答复接受或谢绝。',
    en: 'A slot is held: accept or decline it first.',
  },
  no_offer: {
    status: 409,
    zh: '目前没有待答复的候补时段。有空闲时段时系统会自动保留并通知。',
    en: 'No slot is held at present. When one becomes free it is held by itself and the family is told.',
  },
});
