import { z } from 'zod';
import { allowedAction } from '../edge/allowed-action.ts';
import { bilingual } from '../edge/bilingual.ts';
import { say } from '../edge/language.ts';
import { categories, grades, personName } from '../people/schema.ts';
import { barEndReasons, barKinds, custodyStates, prisonerChangeKinds, timedBarKinds } from './codes.ts';

export * from './codes.ts';

const id = z.string().min(1).max(36);
const day = z.iso.date();
/** Kept with the prisoner, never in the ledger: it may name people. */
const note = z.string().trim().max(500).default('');

export const prisonerNumber = z
  .string()
  .trim()
  .toUpperCase()
  .refine(
    (text) => /^[A-Z0-9-]{2,32}$/.test(text),
    say('编号须为2至32位字母、数字或连字符。', 'A number has 2 to 32 letters, digits or hyphens.'),
  );

const particulars = {
  number: prisonerNumber,
  name: personName,
  wardId: id,
  category: z.enum(categories),
};

export const enterPrisonerBody = z.strictObject({ ...particulars, grade: z.enum(grades) });
export type EnterPrisonerBody = z.infer<typeof enterPrisonerBody>;

const version = z.int();

/** Everything that can change about a prisoner; `version` is of the page on which it was decided. */
export const prisonerChange = z
  .discriminatedUnion('change', [
    z.strictObject({ change: z.literal('particulars'), version, ...particulars, note }),
    z.strictObject({ change: z.literal('grade'), version, grade: z.enum(grades), note }),
    z.strictObject({
      change: z.literal('transfer'),
      version,
      toPrisonId: id,
      /** Of the new prison, where it gives one at once. */
      number: prisonerNumber.optional(),
      day,
      note,
    }),
    z.strictObject({ change: z.literal('leave'), version, day, note }),
    z.strictObject({ change: z.literal('release'), version, day, note }),
    z.strictObject({ change: z.literal('return'), version, note: note.pipe(z.string().min(1)) }),
    z.strictObject({
      change: z.literal('bar'),
      version,
      kind: z.enum(barKinds),
      from: day,
      /** The last day without visits; null until the prison ends it. Of a kind whose end follows from a rule, left out. */
      to: day.nullable().default(null),
      note,
    }),
    z.strictObject({
      change: z.literal('end_bar'),
      version,
      barId: id,
      reason: z.enum(barEndReasons),
      /** The first day on which visits are possible again; of what was entered by mistake, it never held. */
      from: day,
      note,
    }),
  ])
  .superRefine((asked, context) => {
    const fault = (path: string, text: ReturnType<typeof say>) =>
      context.addIssue({ code: 'custom', path: [path], input: asked, ...text });
    if (asked.change !== 'bar') return;
    if (asked.kind === 'safety' && asked.note === '')
      fault('note', say('选择“其他监管安全原因”时须填写说明。', 'With another reason of safety, say which.'));
    if (asked.to !== null && asked.to < asked.from)
      fault('to', say('结束日期不能早于开始日期。', 'The last day may not be before the first.'));
    if (asked.to !== null && timedBarKinds.some((kind) => kind === asked.kind))
      fault(
        'to',
        say(
          '该情形的期限由规则决定，不另填结束日期。',
          'A rule says how long this holds: no last day is given.',
        ),
      );
  });
export type PrisonerChange = z.infer<typeof prisonerChange>;

const moment = z.string();

export const prisonerBar = z.object({
  id: z.string(),
  kind: z.enum(barKinds),
  from: day,
  /** The last day on which it holds, however it ended. */
  to: day.nullable(),
  standing: z.enum(['to_come', 'in_force', 'over', 'never_held']),
  /** To the district, empty: it needs the kind and the days alone. */
  note: z.string(),
  entered: z.object({ by: z.string(), at: moment }).nullable(),
  ended: z.object({ reason: z.enum(barEndReasons), note: z.string(), by: z.string(), at: moment }).nullable(),
  actions: z.object({ end: allowedAction }),
});
export type PrisonerBar = z.infer<typeof prisonerBar>;

/** A booked visit with what stands against it, in the language of the request. */
export const flaggedVisit = z.object({
  bookingId: z.string(),
  number: z.string(),
  startsAt: moment,
  reasons: z.array(z.object({ code: z.string(), text: z.string(), todo: z.string() })),
});
export type FlaggedVisitShown = z.infer<typeof flaggedVisit>;

export const changePreview = z
  .object({
    /** Booked visits that nothing stands against now, and something would with the change. */
    flagged: z.array(flaggedVisit),
    /** Those that are flagged already and would be free of it. */
    cleared: z.array(flaggedVisit),
    /** The bars that would be entered, a rule's among them. */
    bars: z.array(z.object({ kind: z.enum(barKinds), from: day, to: day.nullable() })),
  })
  .meta({ id: 'PrisonerChangePreview' });
export type ChangePreview = z.infer<typeof changePreview>;

const named = z.object({ id: z.string(), name: bilingual });

export const prisonerActionNames = [
  'particulars',
  'grade',
  'transfer',
  'leave',
  'release',
  'return',
  'bar',
] as const;
export type PrisonerActionName = (typeof prisonerActionNames)[number];

/** A prisoner in a list. */
export const prisonerLine = z
  .object({
    id: z.string(),
    number: z.string(),
    name: z.string(),
    prison: named,
    ward: named,
    grade: z.enum(grades),
    category: z.enum(categories),
    /** As of today: somebody whose release is to come is held. */
    state: z.enum(custodyStates),
    /** Of the state, or the day of a release to come. */
    since: day.nullable(),
    /** What stands against visits today, in the language of the request. */
    barred: z.object({ code: z.string(), text: z.string() }).nullable(),
  })
  .meta({ id: 'PrisonerLine' });
export type PrisonerLine = z.infer<typeof prisonerLine>;

export const prisonerFile = prisonerLine
  .extend({
    version: z.int(),
    /** The prison sees all of it; whoever held the prisoner before, the history up to then; the district what it needs. */
    view: z.enum(['own', 'former', 'district']),
    bars: z.array(prisonerBar),
    history: z.array(
      z.object({
        kind: z.enum(prisonerChangeKinds),
        day,
        /** What it was and what it is, in words. */
        changed: z.array(z.object({ what: bilingual, before: z.string(), after: z.string() })),
        note: z.string(),
        by: z.string(),
        at: moment,
      }),
    ),
    flagged: z.array(flaggedVisit),
    /** Where the prisoner can be transferred to. */
    otherPrisons: z.array(named),
    actions: z.object(
      Object.fromEntries(prisonerActionNames.map((name) => [name, allowedAction])) as Record<
        PrisonerActionName,
        typeof allowedAction
      >,
    ),
  })
  .meta({ id: 'PrisonerFile' });
export type PrisonerFile = z.infer<typeof prisonerFile>;

export const prisonerListQuery = z.strictObject({
  search: z.string().trim().max(50).optional(),
  prisonId: id.optional(),
  wardId: id.optional(),
  state: z.enum(custodyStates).optional(),
  /** Only those whom something bars today. */
  barred: z.stringbool().optional(),
});

export const prisonerList = z
  .object({
    prisoners: z.array(prisonerLine),
    /** There are more than are shown: narrow the filters. */
    more: z.boolean(),
  })
  .meta({ id: 'PrisonerList' });
export type PrisonerList = z.infer<typeof prisonerList>;

/** What a row of a list that is imported comes to. */
export const importOutcomes = ['new', 'changed', 'same', 'wrong'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

export const importPreview = z
  .object({
    /** Names the file and what it would do: confirming sends it back, and nothing else is done than was shown. */
    digest: z.string(),
    counts: z.object({ new: z.int(), changed: z.int(), same: z.int(), wrong: z.int() }),
    rows: z.array(
      z.object({
        /** Of the file, the heading being line 1. */
        line: z.int(),
        outcome: z.enum(importOutcomes),
        number: z.string(),
        name: z.string(),
        /** Of a change what changes, of a wrong row why. */
        text: z.string(),
      }),
    ),
    flagged: z.array(flaggedVisit),
  })
  .meta({ id: 'PrisonerImportPreview' });
export type ImportPreview = z.infer<typeof importPreview>;

export const importBody = z.strictObject({ digest: z.string().min(1).max(64) });
export const importDone = z
  .object({ entered: z.int(), changed: z.int(), same: z.int(), leftOut: z.int() })
  .meta({ id: 'PrisonerImport' });
export type ImportDone = z.infer<typeof importDone>;

export const mostImportBytes = 1_000_000;
