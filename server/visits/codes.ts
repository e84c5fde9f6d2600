import type { Text } from '../edge/language.ts';

export * from './ending-codes.ts';
export * from './sides.ts';

export const visitStates = ['scheduled', 'checked_in', 'ready', 'live', 'paused', 'ended'] as const;
export type VisitStateName = (typeof visitStates)[number];
export const visitStateTexts: Record<VisitStateName, Text> = {
  scheduled: { zh: '待签到', en: 'Scheduled' },
  checked_in: { zh: '签到中', en: 'Checking in' },
  ready: { zh: '双方已确认，待接通', en: 'Both sides confirmed, waiting to connect' },
  live: { zh: '会见中', en: 'Live' },
  paused: { zh: '已暂停', en: 'Paused' },
  ended: { zh: '已结束', en: 'Ended' },
};

/** Why a visit that was live is not. Several can hold at once; each has to go before the visit goes on. */
export const pauseReasons = [
  'supervisor_absent_district',
  'supervisor_absent_prison',
  'visitors_lost',
  'prisoner_lost',
  'recorder_not_writing',
  'officer_pause',
] as const;
export type PauseReason = (typeof pauseReasons)[number];
export const pauseReasonTexts: Record<PauseReason, Text> = {
  supervisor_absent_district: {
    zh: '区矫正中心监督人员不在线',
    en: 'The district supervisor is not present',
  },
  supervisor_absent_prison: { zh: '监狱监督民警不在线', en: 'The prison supervisor is not present' },
  visitors_lost: { zh: '会见室连接中断', en: 'The visit room is not connected' },
  prisoner_lost: { zh: '监狱终端连接中断', en: 'The prison terminal is not connected' },
  recorder_not_writing: { zh: '录音录像未在写入', en: 'The recorder is not writing' },
  officer_pause: { zh: '监督人员暂停', en: 'Paused by a supervisor' },
};

/** All that has to hold before the parties see and hear each other; a screen lists those that do not. */
export const conditions = [
  'district_key',
  'prison_key',
  'district_supervisor',
  'prison_supervisor',
  'visitors_connected',
  'prisoner_connected',
  'recorder_writing',
  'not_paused_by_officer',
  'time_has_come',
  'nothing_bars_it',
  'media_node_sound',
  'disk_has_room',
] as const;
export type Condition = (typeof conditions)[number];
export const conditionTexts: Record<Condition, Text> = {
  district_key: { zh: '区矫正中心已确认会见人身份和承诺书', en: 'The district has confirmed the visitors' },
  prison_key: { zh: '监狱已确认罪犯到位', en: 'The prison has confirmed the prisoner in place' },
  district_supervisor: { zh: '区矫正中心监督人员在线', en: 'A district supervisor is present' },
  prison_supervisor: { zh: '监狱监督民警在线', en: 'A prison supervisor is present' },
  visitors_connected: { zh: '会见室画面和声音已接入', en: 'The visit room sends picture and sound' },
  prisoner_connected: { zh: '监狱终端画面和声音已接入', en: 'The prison terminal sends picture and sound' },
  recorder_writing: { zh: '录音录像正在写入', en: 'The recorder is writing' },
  not_paused_by_officer: { zh: '未被监督人员暂停', en: 'Not paused by a supervisor' },
  time_has_come: { zh: '已到会见时间', en: 'The time of the visit has come' },
  nothing_bars_it: { zh: '没有不能会见的情形', en: 'Nothing bars the visit' },
  media_node_sound: { zh: '媒体服务正常', en: 'The media service is sound' },
  disk_has_room: { zh: '录像存储空间充足', en: 'There is room on the disk for the recording' },
};

/** Ready-made warnings, shown to both parties in both languages. */
export const warningCodes = [
  'no_code_words',
  'use_permitted_language',
  'no_gestures',
  'put_device_away',
  'keep_order',
  'change_topic',
  'obey_staff',
  'no_items',
  'unapproved_person_leave',
  'dress_properly',
  'stay_in_picture',
] as const;
export type WarningCode = (typeof warningCodes)[number];
export const warningTexts: Record<WarningCode, Text> = {
  no_code_words: { zh: '请不要使用隐语、暗语。', en: 'Please do not use code words.' },
  use_permitted_language: {
    zh: '请使用规定的语言交谈。',
    en: 'Please speak the language that was permitted.',
  },
  no_gestures: { zh: '请不要使用特殊手势。', en: 'Please do not use special gestures.' },
  put_device_away: {
    zh: '请立即收起手机和录音、摄影、摄像设备。',
    en: 'Please put away phones and recording devices at once.',
  },
  keep_order: { zh: '请遵守会见秩序。', en: 'Please keep order.' },
  change_topic: { zh: '请停止当前话题。', en: 'Please leave this subject.' },
  obey_staff: { zh: '请服从工作人员管理。', en: 'Please follow the instructions of the staff.' },
  no_items: { zh: '请不要展示或传递文件、物品。', en: 'Please do not show or pass documents or items.' },
  unapproved_person_leave: {
    zh: '未经审批的人员请立即离开。',
    en: 'Anyone not approved must leave at once.',
  },
  dress_properly: { zh: '请整理着装。', en: 'Please dress properly.' },
  stay_in_picture: { zh: '请保持在画面中。', en: 'Please stay in the picture.' },
};

/** What a party is told it is waiting for. Supervisors are unseen: all that concerns them is `staff`. */
export const partyWaits = ['staff', 'visitors_lost', 'prisoner_lost', 'system', 'time'] as const;
export type PartyWait = (typeof partyWaits)[number];
export const partyWaitTexts: Record<PartyWait, Text> = {
  staff: { zh: '请稍候，等待工作人员。', en: 'Please wait for the staff.' },
  visitors_lost: { zh: '会见室一方尚未接通，请稍候。', en: 'The visit room is not connected. Please wait.' },
  prisoner_lost: { zh: '监狱一方尚未接通，请稍候。', en: 'The prison is not connected. Please wait.' },
  system: { zh: '系统正在准备，请稍候。', en: 'The system is getting ready. Please wait.' },
  time: { zh: '尚未到会见时间，请稍候。', en: 'It is not time yet. Please wait.' },
};

/** One line of a visit's timeline. The same words are the kinds of its ledger entries, with `visit_` before them. */
export const visitEventKinds = [
  'visitors_checked',
  'prisoner_confirmed',
  'key_turned',
  'key_turned_back',
  'became_ready',
  'went_live',
  'paused',
  'pause_changed',
  'officer_paused',
  'officer_resumed',
  'supervisor_joined',
  'supervisor_left',
  'visitors_connected',
  'visitors_lost',
  'prisoner_connected',
  'prisoner_lost',
  'recorder_writing',
  'recorder_waiting',
  'recorder_failed',
  'media_lost',
  'warned',
  'time_warning',
  'extended',
  'recovered',
  'stopped',
  'stop_reason_completed',
  'finished',
  'time_used_up',
  'closed_without_visit',
] as const;
export type VisitEventKind = (typeof visitEventKinds)[number];
export const visitEventTexts: Record<VisitEventKind, Text> = {
  visitors_checked: { zh: '查验会见人身份', en: 'Visitors identified' },
  prisoner_confirmed: { zh: '确认罪犯到位', en: 'Prisoner confirmed in place' },
  key_turned: { zh: '一方确认', en: 'Key turned' },
  key_turned_back: { zh: '撤回确认', en: 'Key turned back' },
  became_ready: { zh: '双方已确认', en: 'Both keys turned' },
  went_live: { zh: '会见接通', en: 'Visit live' },
  paused: { zh: '会见暂停', en: 'Visit paused' },
  pause_changed: { zh: '暂停原因变化', en: 'Reasons of the pause changed' },
  officer_paused: { zh: '监督人员暂停', en: 'Paused by a supervisor' },
  officer_resumed: { zh: '监督人员恢复', en: 'Pause lifted by a supervisor' },
  supervisor_joined: { zh: '监督人员上线', en: 'Supervisor joined' },
  supervisor_left: { zh: '监督人员离线', en: 'Supervisor left' },
  visitors_connected: { zh: '会见室接入', en: 'Visit room connected' },
  visitors_lost: { zh: '会见室中断', en: 'Visit room lost' },
  prisoner_connected: { zh: '监狱终端接入', en: 'Prison terminal connected' },
  prisoner_lost: { zh: '监狱终端中断', en: 'Prison terminal lost' },
  recorder_writing: { zh: '录制开始写入', en: 'Recorder writing' },
  recorder_waiting: { zh: '录制等待新的画面或声音', en: 'Recorder waiting for a new track' },
  recorder_failed: { zh: '录制写入失败', en: 'Recorder failed' },
  media_lost: { zh: '媒体服务中断', en: 'Media service lost' },
  warned: { zh: '警告', en: 'Warning' },
  time_warning: { zh: '剩余时间提醒', en: 'Time warning' },
  extended: { zh: '延长会见时间', en: 'Time extended' },
  recovered: { zh: '系统重启后恢复', en: 'Recovered after a restart' },
  stopped: { zh: '中止会见', en: 'Visit stopped' },
  stop_reason_completed: { zh: '补充中止原因', en: 'Reason of the stop completed' },
  finished: { zh: '提前结束', en: 'Visit finished early' },
  time_used_up: { zh: '时间到', en: 'Time used up' },
  closed_without_visit: { zh: '未会见而结案', en: 'Closed without a visit' },
};
