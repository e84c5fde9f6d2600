import { defineRefusals } from '../edge/index.ts';

export const dayListRefusals = defineRefusals({
  list_changed: {
    status: 409,
    zh: '名单已有变动，未予确认。请刷新页面，核对后再确认。',
    en: 'The list has changed and was not acknowledged. Reload the page, check it, and acknowledge it then.',
  },
  day_over: {
    status: 409,
    zh: '该日已过，不再需要确认。',
    en: 'That day is over; its list needs no acknowledgement any more.',
  },
  nothing_to_acknowledge: {
    status: 409,
    zh: '名单上没有待确认的会见。',
    en: 'No visit on the list waits to be acknowledged.',
  },
});
