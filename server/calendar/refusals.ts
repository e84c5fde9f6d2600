import { defineRefusals } from '../edge/index.ts';

export const calendarRefusals = defineRefusals({
  session_ended_already: {
    status: 409,
    zh: '该场次模板已于 {date} 结束，不能再更改。',
    en: 'This session has ended on {date} and cannot be changed any more.',
  },
});
