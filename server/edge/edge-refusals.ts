import { defineRefusals } from './refusal.ts';

/** What the edge itself refuses, before any capability is asked. */
export const edgeRefusals = defineRefusals({
  malformed_request: {
    status: 400,
    zh: '提交的内容有误，请按提示修改后重新提交。',
    en: 'Something in the request is not right. Correct what is marked and send it again.',
  },
  not_signed_in: {
    status: 401,
    zh: '尚未登录或登录已过期，请重新登录。',
    en: 'You are not signed in, or your session has ended. Please sign in again.',
  },
  not_permitted: {
    status: 403,
    zh: '您的岗位没有此项权限。如确需办理，请联系管理员。',
    en: 'Your role does not allow this. If you need it, ask the administrator.',
  },
  foreign_origin: {
    status: 403,
    zh: '请求不是从本系统页面发出的，已被拒绝。',
    en: 'The request did not come from a page of this system and was refused.',
  },
  not_found: {
    status: 404,
    zh: '找不到所请求的内容，可能已被移走，或您无权查看。',
    en: 'There is nothing here, or you may not see it.',
  },
  too_large: {
    status: 413,
    zh: '提交的内容过大（上限 {megabytes} MB）。',
    en: 'What was sent is too large (the limit is {megabytes} MB).',
  },
  range_not_satisfiable: {
    status: 416,
    zh: '所请求的部分超出文件范围，请从头重新加载。',
    en: 'The file has no such part. Load it again from the beginning.',
  },
  too_many_requests: {
    status: 429,
    zh: '操作过于频繁，请稍候再试。',
    en: 'Too many requests. Please wait a moment and try again.',
  },
  database_away: {
    status: 503,
    zh: '数据库暂时无法连接，未做任何更改。请稍后重试，或联系系统管理员。',
    en: 'The database cannot be reached; nothing was changed. Try again shortly, or call the administrator.',
  },
  disk_unusable: {
    status: 503,
    zh: '存储空间已满或无法写入，未做任何更改。请联系系统管理员。',
    en: 'The disk is full or cannot be written; nothing was changed. Call the administrator.',
  },
});
