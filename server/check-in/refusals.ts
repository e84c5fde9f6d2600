import { defineRefusals } from '../edge/index.ts';

export const checkInRefusals = defineRefusals({
  not_a_visitor: {
    status: 422,
    zh: '所选人员不在本次会见的会见人名单中。',
    en: 'This person is not among the visitors of this visit.',
  },
  visitor_already_checked: {
    status: 409,
    zh: '该会见人已查验身份。',
    en: 'The identity of this visitor has been checked already.',
  },
  undertaking_needed: {
    status: 422,
    zh: '成年会见人须先签署承诺书。',
    en: 'An adult visitor has to sign the undertaking first.',
  },
  undertaking_changed: {
    status: 409,
    zh: '承诺书文本已更新，请重新打开签到页面并请会见人签署新文本。',
    en: 'The text of the undertaking has changed. Open the page again and have the new text signed.',
  },
  wrong_prisoner: {
    status: 422,
    zh: '所确认的罪犯与本次会见不符，请核对姓名和编号。',
    en: 'This is not the prisoner of this visit. Compare the name and the number.',
  },
});
