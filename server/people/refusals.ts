import { defineRefusals } from '../edge/index.ts';

export const peopleRefusals = defineRefusals({
  name_does_not_match: {
    status: 409,
    zh: '身份证号码 {idNumberMasked} 已用另一姓名登记，未作任何更改。请对照证件核对号码和姓名。',
    en: 'The identity number {idNumberMasked} is registered under another name; nothing was changed. Compare number and name with the card.',
  },
  not_born_yet: {
    status: 422,
    zh: '身份证号码 {idNumberMasked} 中的出生日期晚于今天，请对照证件核对。',
    en: 'The identity number {idNumberMasked} gives a date of birth that is still to come. Compare it with the card.',
  },
});
