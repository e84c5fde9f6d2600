import { fromStoredTime, peopleZone } from '../clock.ts';
import { fill, type Language, type Text } from '../edge/index.ts';
import { type Body, bodyTexts } from '../reviews/schema.ts';
import type { ApplicationState, ApplicationStatus } from './schema.ts';

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
    zh: `等待申请人补充材料（${bodyTexts[asked].zh}要求）`,
    en: `The applicant has to bring more papers for the ${lowerFirst(bodyTexts[asked].en)}`,
  },
});

const waiting: Record<ApplicationState, Waiting> = {
  district_review: decides('district'),
  district_supplement: supplements('district'),
  prison_review: decides('prison'),
  prison_supplement: supplements('prison'),
  approved: {
    waitsFor: null,
    text: {
      zh: '监狱已批准，应于 {dueAt} 前答复申请人',
      en: 'Approved; the applicant is answered by {dueAt}',
    },
  },
  refused: {
    waitsFor: null,
    text: {
      zh: '不予批准，应于 {dueAt} 前答复申请人并说明理由',
      en: 'Refused; the applicant is told, with the reason, by {dueAt}',
    },
  },
  withdrawn: { waitsFor: null, text: { zh: '申请已撤回', en: 'Withdrawn' } },
};

const overdueText: Text = { zh: '（已逾期）', en: ' (overdue)' };

/** Which body decides now and by when; overdue only where a body still has to decide. */
export function statusOf(
  { state, due_at: dueAt }: { state: ApplicationState; due_at: string | null },
  now: string,
  language: Language,
): ApplicationStatus {
  const { waitsFor, text } = waiting[state];
  const overdue = (waitsFor === 'district' || waitsFor === 'prison') && dueAt !== null && dueAt < now;
  const sentence = fill(text, dueAt === null ? {} : { dueAt: forPeople(dueAt) }, language);
  return { waitsFor, dueAt, overdue, text: overdue ? sentence + overdueText[language] : sentence };
}

function forPeople(moment: string): string {
  return fromStoredTime(moment).setZone(peopleZone).toFormat('yyyy-MM-dd HH:mm');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
