import { defineRefusals } from '../edge/index.ts';

export const assistanceRefusals = defineRefusals({
  no_assistance_session: {
    status: 409,
    zh: '这不是远程帮教，不写帮教记录。',
    en: 'This is no assistance session: nothing is recorded of it.',
  },
  session_not_over: {
    status: 409,
    zh: '帮教尚未结束，结束后再写帮教记录（清单产品十三）。',
    en: 'The session is not over. Its record is written afterwards (product 13 of the service list).',
  },
  session_did_not_take_place: {
    status: 409,
    zh: '本次帮教没有接通，没有可记录的内容。',
    en: 'The session never took place: there is nothing to record.',
  },
  record_written_already: {
    status: 409,
    zh: '帮教记录已由 {by} 写好。如有误，请在该记录上选择“更正”。',
    en: '{by} has written the record already. If it is wrong, correct that record.',
  },
  no_record_to_correct: {
    status: 409,
    zh: '还没有帮教记录，无可更正；请直接填写。',
    en: 'There is no record to correct yet: write it.',
  },
  record_corrected_already: {
    status: 409,
    zh: '该记录已被更正过，本次未保存。请刷新页面，在最新一条上更正。',
    en: 'That record has been corrected already; nothing was saved. Load the page again and correct the latest one.',
  },
});
