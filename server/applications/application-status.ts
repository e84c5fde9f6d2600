import type { OfficeDays } from '../calendar/index.ts';
import { fromStoredTime, sayMoment } from '../clock.ts';
import { fill, type Language, type Text } from '../edge/index.ts';
import { answerChannelTexts } from '../reviews/answer-schema.ts';
import { type Body, bodyTexts } from '../reviews/schema.ts';
import type { ApplicationStatus } from './schema.ts';
import type { ApplicationRow } from './tables.ts';
import { timeLeft } from './time-left.ts';

type Waiting = { waitsFor: Body | 'applicant' | null; text: Text };

const decides = (waitsFor: Body): Waiting => ({
  waitsFor,
  text: {
    zh: `等待${bodyTexts[waitsFor].zh}决定，期限 {dueAt}`,
    en: `The ${lowerFirst(bodyTexts[waitsFor].en)} decides, by {dueAt}`,
  },
});

const supplements = (asked: Body): Waiting => ({
  waitsFor: 'applicant',
  text: {
    zh: `等待申请人补充材料（${bodyTexts[asked].zh}要求）：请按说明补齐，再重新提交`,
    en: `The applicant has to bring more papers for the ${lowerFirst(bodyTexts[asked].en)}: put on file what its note says, then submit again`,
  },
});

const told: Record<'approved' | 'refused', { owed: Text; answered: Text; unknown: Text }> = {
  approved: {
    owed: { zh: '监狱已批准，应于 {dueAt} 前答复申请人', en: 'Approved; the applicant is told by {dueAt}' },
    answered: {
      zh: '监狱已批准，已于 {answeredAt} 答复申请人（{channel}）',
      en: 'Approved; the applicant was told on {answeredAt} ({channel})',
    },
    unknown: { zh: '监狱已批准', en: 'Approved' },
  },
  refused: {
    owed: {
      zh: '不予批准，应于 {dueAt} 前答复申请人并说明理由',
      en: 'Refused; the applicant is told, with the reason, by {dueAt}',
    },
    answered: {
      zh: '不予批准，已于 {answeredAt} 答复申请人（{channel}）',
      en: 'Refused; the applicant was told on {answeredAt} ({channel})',
    },
    unknown: { zh: '不予批准', en: 'Refused' },
  },
};

const nobody = (text: Text): Waiting => ({ waitsFor: null, text });

function waitingIn(row: StatusRow): Waiting {
  const { state } = row;
  switch (state) {
    case 'district_review':
      return decides('district');
    case 'district_supplement':
      return supplements('district');
    case 'prison_review':
      return decides('prison');
    case 'prison_supplement':
      return supplements('prison');
    case 'withdrawn':
      return nobody({ zh: '申请已撤回', en: 'Withdrawn' });
    default:
      if (row.answered_at !== null) return nobody(told[state].answered);
      return nobody(row.awaits_answer ? told[state].owed : told[state].unknown);
  }
}

/** As of when, in which language, and by which holidays. */
export type StatusReading = { now: string; language: Language; officeDays: OfficeDays };
export type Standing = Pick<ApplicationStatus, 'waitsFor' | 'dueAt' | 'overdue'>;

export type StatusRow = Pick<
  ApplicationRow,
  'state' | 'due_at' | 'awaits_answer' | 'answered_at' | 'answer_channel'
>;

/** Which body decides now and by when. Overdue where a body has to decide, or the applicant has to be told. */
export function standingOf(row: StatusRow, now: string): Standing {
  const { waitsFor } = waitingIn(row);
  const { due_at: dueAt } = row;
  return { waitsFor, dueAt, overdue: isOwed(row) && dueAt !== null && dueAt < now };
}

function isOwed(row: StatusRow): boolean {
  const { waitsFor } = waitingIn(row);
  return waitsFor === 'district' || waitsFor === 'prison' || Boolean(row.awaits_answer);
}

/** The same as a sentence, which may be printed, and how long is left now. */
export function statusOf(row: StatusRow, { now, language, officeDays }: StatusReading): ApplicationStatus {
  const { text } = waitingIn(row);
  const { due_at: dueAt, answered_at: answeredAt, answer_channel: channel } = row;
  const facts = {
    ...(dueAt !== null && { dueAt: forPeople(dueAt) }),
    ...(answeredAt !== null && { answeredAt: forPeople(answeredAt) }),
    ...(channel !== null && { channel: answerChannelTexts[channel] }),
  };
  return {
    ...standingOf(row, now),
    left: isOwed(row) && dueAt !== null ? timeLeft({ dueAt, now, officeDays }, language) : null,
    text: fill(text, facts, language),
  };
}

function forPeople(moment: string): string {
  return sayMoment(fromStoredTime(moment));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
