import type { NewApplicationInput } from '../../api/applications.ts';

export type VisitorValues = NewApplicationInput['visitors'][number];
/** The form holds what the request says, and of the prisoner also how he was shown in the search. */
export type FormValues = Omit<NewApplicationInput, 'prisonerId' | 'draftId'> & { prisoner: ChosenPrisoner };
export type ChosenPrisoner = { value: string; label: string };

export const emptyForm: Partial<FormValues> = {
  kind: 'family_visit',
  origin: 'district',
  visitors: [{} as VisitorValues],
  residence: 'not_stated',
  language: 'mandarin',
  mobilityNeeds: [],
  urgency: 'none',
  priorityReasons: [],
};

export const steps = ['stepCase', 'stepVisitors', 'stepNeeds', 'stepCheck'] as const;

const fieldsOfStep: string[][] = [
  ['kind', 'origin', 'prisoner', 'urgency', 'urgencyReason'],
  ['visitors', 'residence'],
  ['language', 'interpreter', 'mobilityNeeds', 'priorityReasons', 'wishes'],
];

/** The step on which a field stands. */
export function stepOf(field: string): number {
  const step = fieldsOfStep.findIndex((fields) => fields.includes(field));
  return step === -1 ? steps.length - 1 : step;
}

export function bodyOf(
  { prisoner, ...values }: FormValues,
  draftId: string | undefined,
): NewApplicationInput {
  return { ...values, prisonerId: prisoner.value, ...(draftId === undefined ? {} : { draftId }) };
}

/** Whether anything has been typed that would be a loss. */
export function isWorthKeeping(values: Partial<FormValues>): boolean {
  return withoutEmpty(values) !== withoutEmpty(emptyForm);
}

/** The same whether a field that is empty was ever shown or not. */
function withoutEmpty(values: Partial<FormValues>): string {
  const sorted = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(sorted, (_, value) => (value === '' || value === null ? undefined : value));
}

/** Where the form shows what the request calls otherwise. */
export function formField([first, ...rest]: readonly (string | number)[]): (string | number)[] {
  return [first === 'prisonerId' ? 'prisoner' : (first ?? ''), ...rest];
}
