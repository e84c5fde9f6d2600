import { defineRefusals } from '../edge/index.ts';

export const noticeRefusals = defineRefusals({
  text_not_failed: {
    status: 409,
    zh: '只有发送失败的短信可以重新发送。可以打印通知单，或当面、电话告知。',
    en: 'Only a text message that failed can be sent again. Print the notice, or tell the visitor in person or by telephone.',
  },
  no_mobile_number: {
    status: 422,
    zh: '会见人登记的不是手机号码，不能发短信。请打印通知单，或当面、电话告知。',
    en: 'The visitor has given no mobile number. Print the notice, or tell the visitor in person or by telephone.',
  },
});
