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
  new_password_needed: {
    status: 409,
    zh: '这是管理员发放的一次性密码。请在下方设定您自己的新密码（至少12个字符），再登录。',
    en: 'This is a one-time password from the administrator. Choose a password of your own below, of twelve characters at least, and sign in with both.',
  },
  new_password_is_old: {
    status: 422,
    zh: '新密码与原密码相同，请另设一个。',
    en: 'The new password is the old one. Choose another.',
  },
  username_taken: {
    status: 409,
    zh: '用户名 {username} 已被使用，请换一个。',
    en: 'There is an account {username} already. Choose another user name.',
  },
  unknown_prison: {
    status: 422,
    zh: '没有这个监狱，请刷新页面后重选。',
    en: 'There is no such prison. Reload the page and choose again.',
  },
  account_disabled: {
    status: 409,
    zh: '该账号已停用。如需使用，请先恢复。',
    en: 'This account is disabled. Enable it first.',
  },
  account_in_use: {
    status: 409,
    zh: '该账号正在使用中，无须恢复。',
    en: 'This account is in use; there is nothing to enable.',
  },
  last_administrator: {
    status: 409,
    zh: '这是最后一个在用的系统管理员账号，不能停用或改任。请先开设另一个管理员账号。',
    en: 'This is the last administrator whose account is in use. Create another administrator first.',
  },
  own_account: {
    status: 409,
    zh: '不能停用或改任自己的账号，请由另一名管理员操作。',
    en: 'You cannot disable or demote your own account. Another administrator does that.',
  },
  own_password: {
    status: 409,
    zh: '自己的密码请在登录时更改，无须重置。',
    en: 'Change your own password when you sign in; it is not reset here.',
  },
  stale_page: {
    status: 409,
    zh: '该账号已被他人更改。请刷新页面，核对后再操作。',
    en: 'Somebody else has changed this account. Reload the page, check it, and try again.',
  },
  code_not_valid: {
    status: 422,
    zh: '设备登记码无效或已过期。请管理员重新生成后再输入。',
    en: 'The enrolment code is not valid or has expired. Ask the administrator for a new one.',
  },
});
