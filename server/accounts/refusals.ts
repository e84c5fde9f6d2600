import { defineRefusals } from '../edge/index.ts';

export const accountRefusals = defineRefusals({
  wrong_credentials: {
    status: 401,
    zh: '用户名或密码不正确。连续输错 {limit} 次，账号将锁定 {minutes} 分钟。',
    en: 'The user name or the password is wrong. After {limit} wrong tries in a row the account is locked for {minutes} minutes.',
  },
  account_locked: {
    status: 423,
    zh: '密码连续输错，账号已锁定。请在 {minutes} 分钟后重试，或联系管理员。',
    en: 'The account is locked after too many wrong passwords. Try again in {minutes} minutes or ask the administrator.',
  },
  code_not_valid: {
    status: 422,
    zh: '设备登记码无效或已过期。请管理员重新生成后再输入。',
    en: 'The enrolment code is not valid or has expired. Ask the administrator for a new one.',
  },
});
