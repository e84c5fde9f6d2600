import { defineRefusals, type Refusal } from '../edge/index.ts';
import type { VisitPlan, VisitRefusalCode } from './visit-state.ts';

/** What cannot be done with a visit, and what to do instead. */
export const visitRefusals = defineRefusals({
  not_checked_in: {
    status: 409,
    zh: '双方尚未完成签到确认，暂不能进行此操作。',
    en: 'Both sides have not finished check-in, so this is not possible yet.',
  },
  visit_ended: { status: 409, zh: '本次会见已经结束。', en: 'This visit has ended.' },
  was_live: {
    status: 409,
    zh: '会见已经接通过；请使用“结束”或“中止”。',
    en: 'The visit has been live; finish it or stop it instead.',
  },
  not_yet_live: { status: 409, zh: '会见尚未接通。', en: 'The visit has not been live yet.' },
  key_already_turned: {
    status: 409,
    zh: '本方已经确认；如需更改，请先撤回确认。',
    en: 'Your side has confirmed already; turn the key back first to change it.',
  },
  key_not_turned: {
    status: 409,
    zh: '本方尚未确认，无可撤回。',
    en: 'Your side has not confirmed, so there is nothing to turn back.',
  },
  already_paused: { status: 409, zh: '本方已经暂停会见。', en: 'Your side has paused the visit already.' },
  not_paused_by_you: {
    status: 409,
    zh: '本方没有暂停会见；对方的暂停只能由对方解除。',
    en: 'Your side has not paused the visit; the other side lifts its own pause.',
  },
  not_stopped: { status: 409, zh: '本次会见不是被中止的。', en: 'This visit was not stopped.' },
  reason_already_given: {
    status: 409,
    zh: '中止原因已经填写。',
    en: 'The reason of the stop has been given.',
  },
  not_yours_to_say: { status: 403, zh: '此项应由另一方决定。', en: 'This is for the other side to say.' },
  too_early_to_close: {
    status: 409,
    zh: '迟到宽限期未过（规则 late_grace_minutes：{minutes} 分钟），暂不能按未到处理。',
    en: 'The grace for being late is not over (rule late_grace_minutes: {minutes} minutes).',
  },
  already_extended: { status: 409, zh: '会见时间只能延长一次。', en: 'A visit can be extended only once.' },
  no_extension: {
    status: 409,
    zh: '现行规则不允许延长（规则 extension_minutes）。',
    en: 'The rule allows no extension (extension_minutes).',
  },
  too_early: {
    status: 409,
    zh: '签到于会见开始前 60 分钟开放，请稍候。',
    en: 'Check-in opens 60 minutes before the visit. Please wait.',
  },
  too_late: {
    status: 409,
    zh: '会见人已超过迟到宽限（规则 late_grace_minutes：{minutes} 分钟），视为放弃本次会见，请按未到结案。',
    en: 'The visitors are later than rule late_grace_minutes allows ({minutes} minutes): the visit counts as given up. Close it.',
  },
  visit_cancelled: { status: 409, zh: '该预约已经取消。', en: 'This booking was cancelled.' },
  place_still_in_use: {
    status: 409,
    zh: '该会见室或终端的上一场会见尚未结束。',
    en: 'The last visit in this visit room or at this terminal has not ended.',
  },
  paused_not_yet_recorded: {
    status: 503,
    zh: '画面和声音已切断；数据库暂时无法连接或写入，暂停将在恢复后自动记录。',
    en: 'Picture and sound are cut. The database cannot be written; the pause is recorded as soon as it can.',
  },
  stopped_not_yet_recorded: {
    status: 503,
    zh: '画面和声音已切断；中止暂时无法记录，恢复后将自动记录。请立即联系系统管理员。',
    en: 'Picture and sound are cut. The stop cannot be recorded yet and will be as soon as that is possible. Call the administrator now.',
  },
});

/** What signalling refuses besides. */
export const signallingRefusals = defineRefusals({
  malformed_message: {
    status: 400,
    zh: '消息格式有误，未作任何处理。',
    en: 'The message is malformed; nothing was done.',
  },
  unknown_message: { status: 400, zh: '未知的消息类型。', en: 'There is no such message.' },
  join_first: { status: 409, zh: '请先加入会见。', en: 'Join a visit first.' },
  already_joined: {
    status: 409,
    zh: '此连接已加入另一场会见。',
    en: 'This connection has joined another visit.',
  },
  check_in_not_begun: {
    status: 409,
    zh: '签到尚未开始，请稍候。',
    en: 'Check-in has not begun. Please wait.',
  },
  not_your_visit: {
    status: 403,
    zh: '该会见不在此会见室或终端进行。',
    en: 'This visit is not booked in this visit room or at this terminal.',
  },
  not_a_party: {
    status: 403,
    zh: '监督人员不能发送画面或声音。',
    en: 'Supervisors send no picture or sound.',
  },
  not_a_supervisor: { status: 403, zh: '只有监督人员可以这样做。', en: 'Only supervisors may do this.' },
  too_many_messages: {
    status: 429,
    zh: '消息过于频繁，请稍候。',
    en: 'Too many messages. Please wait.',
  },
  replaced: {
    status: 409,
    zh: '此会见已在同一设备的另一页面打开，本页面已断开。',
    en: 'This visit was opened in another page of the same device; this page is disconnected.',
  },
  access_withdrawn: {
    status: 403,
    zh: '登录已失效或设备授权已撤销，连接已断开。',
    en: 'The session has ended or the device was revoked; this page is disconnected.',
  },
  media_refused: {
    status: 409,
    zh: '媒体服务拒绝了请求（{code}）。请重新加入会见。',
    en: 'The media service refused ({code}). Join the visit again.',
  },
  media_unavailable: {
    status: 503,
    zh: '媒体服务暂不可用（{code}），请稍候，系统会自动重试。',
    en: 'The media service is not available ({code}). Please wait; it is tried again.',
  },
});

/** A refusal of the state machine, in words; with the rule's value where a rule is named. */
export const refusalOf = (code: VisitRefusalCode | 'too_early' | 'too_late', plan: VisitPlan): Refusal =>
  visitRefusals[code]({ minutes: plan.lateGraceMs / 60_000 });
