import { z } from 'zod';
import { allowedAction } from '../edge/allowed-action.ts';
import { bilingual } from '../edge/bilingual.ts';
import { say, type Text } from '../edge/language.ts';
import { stopReasons } from '../visits/codes.ts';

/** Decided by time: nothing runs at the begin or the end of a suspension. */
export const suspensionStates = ['proposed', 'not_begun', 'in_force', 'over', 'declined', 'lifted'] as const;
export type SuspensionState = (typeof suspensionStates)[number];
export const suspensionStateTexts: Record<SuspensionState, Text> = {
  proposed: { zh: '待监狱审批', en: 'Proposed' },
  not_begun: { zh: '已批准，尚未开始', en: 'Approved, not begun' },
  in_force: { zh: '暂停中', en: 'In force' },
  over: { zh: '已期满', en: 'Over' },
  declined: { zh: '未批准', en: 'Declined' },
  lifted: { zh: '已提前解除', en: 'Lifted' },
};

/** Where the power comes from: said wherever somebody is refused because of it. */
export const ruleText: Text = {
  zh: '规则第15项，司法部《罪犯会见通信规定》补充规定（2019年）：违反会见规定的，监狱可暂停其会见1至3个月',
  en: 'rule 15, Ministry of Justice, supplement of 2019 to the provisions on visits and correspondence: after a violation the prison may suspend a visitor for 1 to 3 months',
};

/** What the law and a table of the database allow at all; within it the rule of the prison decides. Rule 15. */
const fewestMonths = 1;
const mostMonths = 3;

export const suspensionDecisions = ['approved', 'declined', 'lifted'] as const;
export type SuspensionDecision = (typeof suspensionDecisions)[number];

const id = z.string().min(1).max(36);
/** Kept with the suspension and told to the visitor, never in the ledger: it may name people. */
const note = z.string().trim().max(500);
const noteNeeded = note.min(1);

export const proposeBody = z
  .strictObject({
    visitorIds: z.array(id).min(1).max(10),
    reasonCode: z.enum(stopReasons),
    note: note.default(''),
    months: z.int().min(fewestMonths).max(mostMonths),
  })
  .refine(({ reasonCode, note: words }) => reasonCode !== 'other' || words !== '', {
    ...say('选择“其他”时须填写说明。', 'With “other”, say what the reason is.'),
    path: ['note'],
  })
  .refine(({ visitorIds }) => new Set(visitorIds).size === visitorIds.length, {
    ...say('同一会见人被选了两次。', 'The same visitor is named twice.'),
    path: ['visitorIds'],
  });
export type ProposeBody = z.infer<typeof proposeBody>;

export const approveBody = z.strictObject({
  /** The first day without visits, in Asia/Shanghai: today or later. */
  from: z.iso.date(),
  note: note.default(''),
});
export type ApproveBody = z.infer<typeof approveBody>;

export const declineBody = z.strictObject({ note: noteNeeded });
export const liftBody = z.strictObject({ note: noteNeeded });

export const suspensionListQuery = z.strictObject({
  state: z.enum(suspensionStates).optional(),
  prisonId: id.optional(),
});
export type SuspensionListQuery = z.infer<typeof suspensionListQuery>;

const moment = z.string();
const decided = z.object({ by: z.string(), at: moment, note: z.string() });

export const suspensionActionNames = ['approve', 'decline', 'lift'] as const;
export type SuspensionActionName = (typeof suspensionActionNames)[number];

export const suspension = z
  .object({
    id: z.string(),
    number: z.string(),
    state: z.enum(suspensionStates),
    prison: z.object({ id: z.string(), name: bilingual }),
    visit: z.object({ id: z.string(), number: z.string(), startsAt: moment }),
    visitor: z.object({ id: z.string(), name: z.string(), idNumberMasked: z.string() }),
    reasonCode: z.enum(stopReasons),
    note: z.string(),
    months: z.int(),
    proposedBy: z.string(),
    proposedAt: moment,
    /** The first and the last day without visits; null until it is approved. */
    from: z.iso.date().nullable(),
    to: z.iso.date().nullable(),
    answer: decided.nullable(),
    lift: decided.nullable(),
    actions: z.object({ approve: allowedAction, decline: allowedAction, lift: allowedAction }),
  })
  .meta({ id: 'VisitorSuspension' });
export type Suspension = z.infer<typeof suspension>;

export const suspensionList = z
  .object({
    suspensions: z.array(suspension),
    /** There are more than are shown: narrow the filters. */
    more: z.boolean(),
  })
  .meta({ id: 'VisitorSuspensionList' });
export type SuspensionList = z.infer<typeof suspensionList>;

/** What the page of a visit says of suspensions that follow from it. */
export const suspensionsOfVisit = z
  .object({
    visitors: z.array(z.object({ id: z.string(), name: z.string(), propose: allowedAction })),
    /** Of the stop, to begin with. */
    reasonCode: z.enum(stopReasons).nullable(),
    /** For how long a suspension may be, by the rule in force. */
    months: z.object({ least: z.int(), most: z.int() }),
    suspensions: z.array(suspension),
    actions: z.object({ propose: allowedAction }),
  })
  .meta({ id: 'SuspensionsOfVisit' });
export type SuspensionsOfVisit = z.infer<typeof suspensionsOfVisit>;
