import {
  kindTexts as applicationKindTexts,
  documentKindTexts,
  mobilityNeedTexts,
  originTexts,
  stateTexts,
  visitLanguageTexts,
} from '../../server/applications/schema.ts';
import { cancelReasonTexts } from '../../server/bookings/schema.ts';
import { identityMethodTexts, turnBackReasonTexts } from '../../server/check-in/schema.ts';
import type { Language, Text } from '../../server/edge/language.ts';
import { relationships, unmaskReasonTexts } from '../../server/people/schema.ts';
import {
  bodyTexts,
  districtRefusalTexts,
  prisonRefusalTexts,
  supplementTexts,
} from '../../server/reviews/schema.ts';
import {
  outcomeTexts,
  pauseReasonTexts,
  sideTexts,
  stopReasonTexts,
  warningTexts,
} from '../../server/visits/codes.ts';
import { sayTime } from '../language/index.ts';

const codeTexts: Record<string, Text> = {
  ...bodyTexts,
  ...sideTexts,
  ...applicationKindTexts,
  ...originTexts,
  ...stateTexts,
  ...visitLanguageTexts,
  ...mobilityNeedTexts,
  ...documentKindTexts,
  ...relationships,
  ...unmaskReasonTexts,
  ...supplementTexts,
  ...districtRefusalTexts,
  ...prisonRefusalTexts,
  ...cancelReasonTexts,
  ...identityMethodTexts,
  ...turnBackReasonTexts,
  ...stopReasonTexts,
  ...warningTexts,
  ...pauseReasonTexts,
  ...outcomeTexts,
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
  visitRoomId: { zh: '会见室', en: 'visit room' },
  terminalId: { zh: '终端', en: 'terminal' },
  side: { zh: '一方', en: 'side' },
  warning: { zh: '警告', en: 'warning' },
  reasons: { zh: '原因', en: 'reasons' },
  outcome: { zh: '结果', en: 'outcome' },
  minutes: { zh: '分钟', en: 'minutes' },
  packets: { zh: '数据包', en: 'packets' },
  missingPackets: { zh: '缺失', en: 'missing packets' },
  seconds: { zh: '时长（秒）', en: 'seconds' },
  bytes: { zh: '字节', en: 'bytes' },
  manifestSha256: { zh: '清单摘要', en: 'manifest' },
  expiresAt: { zh: '有效期至', en: 'until' },
};

const moment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** A code in words, a moment in Shanghai's time, anything else as it is. */
export function sayFact(value: unknown, language: Language): string {
  if (typeof value === 'string') {
    if (moment.test(value)) return sayTime(value, 'moment', language);
    return codeTexts[value]?.[language] ?? value;
  }
  if (Array.isArray(value)) return value.map((each) => sayFact(each, language)).join('、');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
