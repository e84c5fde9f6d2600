import { roleTexts } from '../../server/accounts/schema.ts';
import {
  kindTexts as applicationKindTexts,
  documentKindTexts,
  mobilityNeedTexts,
  originTexts,
  priorityReasonTexts,
  queryCodeReasonTexts,
  residenceTexts,
  stateTexts,
  urgencyTexts,
  visitLanguageTexts,
} from '../../server/applications/schema.ts';
import { attitudeTexts, sixMustTexts } from '../../server/assistance/schema.ts';
import { bookingEndTexts, dayPartTexts, reviewReasonTexts } from '../../server/bookings/schema.ts';
import { closureReasonTexts, closureScopeTexts, weekdayTexts } from '../../server/calendar/schema.ts';
import { identityMethodTexts, turnBackReasonTexts } from '../../server/check-in/schema.ts';
import {
  barEndReasonTexts,
  barKindTexts,
  custodyStateTexts,
  prisonerFieldTexts,
} from '../../server/custody/codes.ts';
import type { Language, Text } from '../../server/edge/language.ts';
import {
  categoryTexts,
  degreeTexts,
  gradeTexts,
  relationships,
  unmaskReasonTexts,
} from '../../server/people/schema.ts';
import { endingTexts, exceptionReasonTexts, excuseReasonTexts } from '../../server/quota/schema.ts';
import { relationshipEndTexts } from '../../server/relationships/schema.ts';
import { answerChannelTexts } from '../../server/reviews/answer-schema.ts';
import {
  bodyTexts,
  districtRefusalTexts,
  prisonRefusalTexts,
  supplementTexts,
} from '../../server/reviews/schema.ts';
import { ruleScopeTexts, ruleTexts } from '../../server/rules/schema.ts';
import {
  outcomeTexts,
  pauseReasonTexts,
  sideTexts,
  stopReasonTexts,
  warningTexts,
} from '../../server/visits/codes.ts';
import { waitingRankTexts } from '../../server/waiting-list/schema.ts';
import { list, sayTime } from '../language/index.ts';

const codeTexts: Record<string, Text> = {
  ...applicationKindTexts,
  ...stateTexts,
  ...visitLanguageTexts,
  ...mobilityNeedTexts,
  ...documentKindTexts,
  ...relationships,
  ...unmaskReasonTexts,
  ...priorityReasonTexts,
  ...relationshipEndTexts,
  ...queryCodeReasonTexts,
  ...supplementTexts,
  ...districtRefusalTexts,
  ...prisonRefusalTexts,
  ...bookingEndTexts,
  ...dayPartTexts,
  ...waitingRankTexts,
  ...answerChannelTexts,
  ...identityMethodTexts,
  ...turnBackReasonTexts,
  ...exceptionReasonTexts,
  ...excuseReasonTexts,
  ...stopReasonTexts,
  ...warningTexts,
  ...pauseReasonTexts,
  ...outcomeTexts,
};

/** Facts whose codes mean something else than the same word elsewhere. */
const codesOfFact: Record<string, Record<string, Text>> = {
  origin: originTexts,
  side: sideTexts,
  body: bodyTexts,
  grade: gradeTexts,
  category: categoryTexts,
  key: ruleTexts,
  reviewReasons: reviewReasonTexts,
  barKind: barKindTexts,
  endReason: barEndReasonTexts,
  custodyState: custodyStateTexts,
  changed: prisonerFieldTexts,
  kind: ruleScopeTexts,
  ending: endingTexts,
  // Of a rule; relationships and languages are what they are elsewhere.
  value: degreeTexts,
  urgency: urgencyTexts,
  residence: residenceTexts,
  sixMusts: sixMustTexts,
  attitude: attitudeTexts,
  weekday: weekdayTexts,
  weekdays: weekdayTexts,
  closedScope: closureScopeTexts,
  closureReason: closureReasonTexts,
  placeKind: { ...closureScopeTexts, ward: { zh: '监区', en: 'ward' } },
  role: roleTexts,
};

/** What a fact is called. */
export const factTexts: Record<string, Text> = {
  applicationNumber: { zh: '申请编号', en: 'application' },
  bookingNumber: { zh: '会见编号', en: 'booking' },
  body: { zh: '机关', en: 'body' },
  reason: { zh: '原因', en: 'reason' },
  reasonCode: { zh: '理由', en: 'reason' },
  from: { zh: '原状态', en: 'from' },
  to: { zh: '新状态', en: 'to' },
  dueAt: { zh: '期限', en: 'due' },
  kind: { zh: '类别', en: 'kind' },
  origin: { zh: '来源', en: 'origin' },
  language: { zh: '语言', en: 'language' },
  startsAt: { zh: '开始', en: 'starts' },
  endsAt: { zh: '结束', en: 'ends' },
  heldUntil: { zh: '保留至', en: 'held until' },
  waitingEntryId: { zh: '候补编号', en: 'waiting entry' },
  weekday: { zh: '星期', en: 'weekday' },
  part: { zh: '时间段', en: 'time of day' },
  rank: { zh: '顺位', en: 'rank' },
  visitRoomId: { zh: '会见室', en: 'visit room' },
  terminalId: { zh: '终端', en: 'terminal' },
  side: { zh: '一方', en: 'side' },
  warning: { zh: '警告', en: 'warning' },
  reasons: { zh: '原因', en: 'reasons' },
  wardId: { zh: '监区', en: 'ward' },
  barKind: { zh: '情形', en: 'bar' },
  barId: { zh: '登记标识', en: 'bar id' },
  follows: { zh: '接续', en: 'follows' },
  endedFrom: { zh: '恢复会见自', en: 'visits possible from' },
  endReason: { zh: '解除原因', en: 'why it ended' },
  changed: { zh: '更改项目', en: 'changed' },
  toPrisonId: { zh: '调入监狱', en: 'to prison' },
  fromPrisonId: { zh: '调出监狱', en: 'from prison' },
  custodyState: { zh: '状态', en: 'state' },
  reviewReasons: { zh: '须复核的原因', en: 'needed review' },
  outcome: { zh: '结果', en: 'outcome' },
  minutes: { zh: '分钟', en: 'minutes' },
  suspensionNumber: { zh: '暂停编号', en: 'suspension' },
  suspensionId: { zh: '暂停标识', en: 'suspension id' },
  months: { zh: '月数', en: 'months' },
  fromDay: { zh: '自', en: 'first day' },
  toDay: { zh: '至', en: 'last day' },
  packets: { zh: '数据包', en: 'packets' },
  missingPackets: { zh: '缺失', en: 'missing packets' },
  seconds: { zh: '时长（秒）', en: 'seconds' },
  bytes: { zh: '字节', en: 'bytes' },
  manifestSha256: { zh: '清单摘要', en: 'manifest' },
  number: { zh: '会见编号', en: 'booking' },
  applicationKind: { zh: '类别', en: 'kind' },
  category: { zh: '罪犯类别', en: 'category' },
  grade: { zh: '处遇级别', en: 'grade' },
  documentKind: { zh: '材料', en: 'paper' },
  transferNumber: { zh: '转送编号', en: 'transfer' },
  transferNumbers: { zh: '转送编号', en: 'transfers' },
  lines: { zh: '本监狱短信条数', en: 'messages of this prison' },
  linesInFile: { zh: '文件内短信条数', en: 'messages in the file' },
  accepted: { zh: '网关已接收', en: 'accepted' },
  delivered: { zh: '已送达', en: 'delivered' },
  failed: { zh: '发送失败', en: 'failed' },
  day: { zh: '日期', en: 'day' },
  visits: { zh: '会见场次', en: 'visits' },
  acknowledgementId: { zh: '确认编号', en: 'acknowledgement' },
  seen: { zh: '所见会见', en: 'seen' },
  bookingId: { zh: '预约', en: 'booking' },
  version: { zh: '版本', en: 'version' },
  gone: { zh: '已取消或改期', en: 'cancelled or moved' },
  notices: { zh: '通知份数', en: 'notices' },
  sha256: { zh: '文件摘要', en: 'SHA-256' },
  channel: { zh: '方式', en: 'channel' },
  toldAt: { zh: '告知时间', en: 'told' },
  conditions: { zh: '批准条件', en: 'conditions' },
  durationMinutes: { zh: '限定时长（分钟）', en: 'at most (minutes)' },
  interpreterRequired: { zh: '须有翻译在场', en: 'interpreter required' },
  exceptionsFor: { zh: '经特别批准的会见人', en: 'exceptions granted to' },
  decisionId: { zh: '决定编号', en: 'decision' },
  decisionDigest: { zh: '决定依据摘要', en: 'digest of what it was decided by' },
  late: { zh: '逾期', en: 'late' },
  wasDueAt: { zh: '应于', en: 'was due' },
  before: { zh: '变更前', en: 'before' },
  month: { zh: '计入月份', en: 'month' },
  otherVisitsInMonth: { zh: '当月其他会见', en: 'other visits in the month' },
  allowed: { zh: '当月可会见', en: 'allowed in the month' },
  used: { zh: '当月已用', en: 'used in the month' },
  allowedBefore: { zh: '原可会见', en: 'allowed before' },
  usedBefore: { zh: '原已用', en: 'used before' },
  quota: { zh: '次数变化', en: 'allowance' },
  ending: { zh: '结局', en: 'came out' },
  countsToQuota: { zh: '计入次数', en: 'counts' },
  makeupOf: { zh: '补会见所补（标识）', en: 'makes up for (id)' },
  makeupOfNumber: { zh: '补会见所补', en: 'makes up for' },
  makeupUntil: { zh: '补会见截止', en: 'made up for until' },
  noVisit: { zh: '并无会见', en: 'there was no visit' },
  beyondQuota: { zh: '超出次数的预约', en: 'booked beyond the allowance' },
  outsideQuota: { zh: '不计次数', en: 'outside the allowance' },
  visitors: { zh: '会见人', en: 'visitors' },
  relationship: { zh: '关系', en: 'relationship' },
  method: { zh: '方式', en: 'method' },
  at: { zh: '发生时间', en: 'happened' },
  aliveAt: { zh: '中断前最后时间', en: 'last alive' },
  first: { zh: '首次接通', en: 'first time' },
  talkedMs: { zh: '已会见（毫秒）', en: 'talked (ms)' },
  parts: { zh: '分段', en: 'parts' },
  name: { zh: '名称', en: 'name' },
  closed: { zh: '已关闭', en: 'closed' },
  lost: { zh: '丢失', en: 'lost' },
  id: { zh: '编号', en: 'id' },
  replayId: { zh: '回放编号', en: 'replay' },
  hashAlgorithm: { zh: '摘要算法', en: 'hash' },
  vkey: { zh: '验证公钥', en: 'verification key' },
  key: { zh: '规则', en: 'rule' },
  value: { zh: '数值', en: 'value' },
  scope: { zh: '适用范围', en: 'holds for' },
  effectiveFrom: { zh: '生效时间', en: 'since' },
  confirmed: { zh: '主管部门已确认', en: 'confirmed by the bureau' },
  lastDay: { zh: '最后一日', en: 'last day' },
  versionId: { zh: '版本编号', en: 'version' },
  urgency: { zh: '紧急', en: 'urgency' },
  priorityReasons: { zh: '优先情形', en: 'reasons for priority' },
  residence: { zh: '户籍或居住地', en: 'residence' },
  exception: { zh: '须特别批准', en: 'needs an exception' },
  verifiedRelationships: { zh: '已核验关系', en: 'verified relationships' },
  visitorId: { zh: '会见人标识', en: 'visitor id' },
  revalidateOn: { zh: '重新核验日', en: 'to be proved again on' },
  relationshipId: { zh: '关系核验标识', en: 'verification id' },
  recordId: { zh: '帮教记录标识', en: 'record id' },
  correctsId: { zh: '更正的记录', en: 'corrects' },
  sixMusts: { zh: '六必', en: 'six musts' },
  attitude: { zh: '态度', en: 'attitude' },
  validUntil: { zh: '有效期至', en: 'valid until' },
  templateId: { zh: '场次标识', en: 'session id' },
  weekdays: { zh: '星期', en: 'weekdays' },
  opensAt: { zh: '开始', en: 'opens' },
  closesAt: { zh: '结束', en: 'closes' },
  everyWeeks: { zh: '每几周一次', en: 'every so many weeks' },
  openOnHolidays: { zh: '节假日照常', en: 'open on holidays' },
  validFrom: { zh: '自', en: 'from' },
  validTo: { zh: '至', en: 'to' },
  wardIds: { zh: '监区', en: 'wards' },
  capacity: { zh: '同时场数', en: 'visits at once' },
  centreHoursId: { zh: '开放时间标识', en: 'hours id' },
  closureId: { zh: '停用标识', en: 'closure id' },
  closedScope: { zh: '停用对象', en: 'closed' },
  scopeId: { zh: '对象标识', en: 'its id' },
  closedFrom: { zh: '自', en: 'from' },
  closedUntil: { zh: '至', en: 'until' },
  closureReason: { zh: '原因', en: 'because of' },
  liftedAt: { zh: '解除时间', en: 'lifted' },
  year: { zh: '年份', en: 'year' },
  edition: { zh: '版次', en: 'edition' },
  holidays: { zh: '放假日', en: 'holidays' },
  makeupDays: { zh: '调休上班日', en: 'make-up working days' },
  placeKind: { zh: '场所类别', en: 'kind of place' },
  placeId: { zh: '场所标识', en: 'place id' },
  stepFree: { zh: '无障碍', en: 'step-free' },
  outOfUseFrom: { zh: '停止使用日', en: 'out of use from' },
  renamed: { zh: '已改名', en: 'renamed' },
  role: { zh: '岗位', en: 'role' },
  prisonId: { zh: '监狱', en: 'prison' },
  expiresAt: { zh: '有效期至', en: 'until' },
};

const yesAndNo = { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } };
const moment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** A code in words, a moment in Shanghai's time, anything else as it is. */
export function sayFact(name: string, value: unknown, language: Language): string {
  if (typeof value === 'string') {
    if (moment.test(value)) return sayTime(value, 'moment', language);
    return (codesOfFact[name]?.[value] ?? codeTexts[value])?.[language] ?? value;
  }
  if (typeof value === 'number') return codesOfFact[name]?.[value]?.[language] ?? String(value);
  if (typeof value === 'boolean') return yesAndNo[`${value}`][language];
  if (Array.isArray(value)) return list(value.map((each) => sayFact(name, each, language)));
  if (typeof value === 'object' && value !== null) {
    // An id says what it is the id of: `{ kind: 'grade', id: 'lenient' }`.
    const kind = 'kind' in value ? String(value.kind) : 'id';
    return Object.entries(value)
      .filter(([, each]) => each !== '')
      .map(
        ([inner, each]) =>
          `${factTexts[inner]?.[language] ?? inner} ${sayFact(inner === 'id' ? kind : inner, each, language)}`,
      )
      .join(' ');
  }
  return String(value);
}
