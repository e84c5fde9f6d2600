import { defineRefusals } from '../edge/index.ts';

export const kioskRefusals = defineRefusals({
  wrong_query_code: {
    status: 401,
    zh: '身份证号码或查询码不对，请对照回执再输一次。连续输错 {limit} 次，要等 {minutes} 分钟才能再试。没有回执的，请到窗口办理。',
    en: 'The identity number or the query code is wrong. Compare them with the receipt and try again. After {limit} wrong tries you have to wait for {minutes} minutes. Without a receipt, please go to the counter.',
  },
  query_code_locked: {
    status: 423,
    zh: '输错次数过多，请 {minutes} 分钟后再试；也可以请窗口工作人员重发查询码，马上可用。',
    en: 'Too many wrong tries. Try again in {minutes} minutes, or ask the counter for a new query code, which works at once.',
  },
  too_many_wrong_tries_here: {
    status: 429,
    zh: '这台机器上输错次数过多，请稍后再试，或请窗口工作人员帮忙。',
    en: 'Too many wrong tries on this machine. Try again later, or ask the counter for help.',
  },
  only_approved_again: {
    status: 409,
    zh: '只有批准过的申请才能在这里再次申请。请到窗口或司法所办理。',
    en: 'Only an application that was approved can be asked for again here. Please go to the counter or the judicial office.',
  },
  only_family_again: {
    status: 409,
    zh: '帮教由派出单位到窗口申请。',
    en: 'The organisation applies for assistance sessions at the counter.',
  },
  visit_not_arranged_yet: {
    status: 409,
    zh: '这件申请已经批准，还没有约时间，不用再申请。请到窗口或打电话约时间。',
    en: 'This application is approved and has no time yet, so there is no need to ask again. Ask the counter, in person or by telephone, for a time.',
  },
  adult_has_to_ask: {
    status: 422,
    zh: '未满18周岁的不能申请，请由成年家人办理。',
    en: 'Nobody under 18 can apply: an adult of the family has to do it.',
  },
  yourself_has_to_come: {
    status: 422,
    zh: '申请人本人须参加会见，请把自己选上。',
    en: 'Whoever asks has to be one of the visitors: choose yourself, too.',
  },
  asked_often_enough: {
    status: 429,
    zh: '今天在这里申请的次数已到上限，请明天再来，或到窗口办理。',
    en: 'You have asked as often as possible here today. Come back tomorrow or go to the counter.',
  },
});
