import type { NewApplicationInput } from '../../api/applications.ts';

export type VisitorValues = NewApplicationInput['visitors'][number];
/** The form holds what the request says, and of the prisoner also how he was shown in the search. */
export type FormValues = Omit<NewApplicationInput, 'prisonerId'> & { prisoner: ChosenPrisoner };
export type ChosenPrisoner = { value: string; label: string };

export const emptyForm: Partial<FormValues> = {
  kind: 'family_visit',
  origin: 'district',
  visitors: [{} as VisitorValues],
  language: 'mandarin',
  mobilityNeeds: [],
};

export const steps = ['stepCase', 'stepVisitors', 'stepNeeds', 'stepCheck'] as const;

const fieldsOfStep: string[][] = [
  ['kind', 'origin', 'prisoner'],
  ['visitors'],
  ['language', 'interpreter', 'mobilityNeeds', 'wishes'],
];

/** The step on which a field stands. */
export function stepOf(field: string): number {
  const step = fieldsOfStep.findIndex((fields) => fields.includes(field));
  return step === -1 ? steps.length - 1 : step;
}

export function bodyOf({ prisoner, ...values }: FormValues): NewApplicationInput {
  return { ...values, prisonerId: prisoner.value };
}

/** Where the form shows what the request calls otherwise. */
export function formField([first, ...rest]: readonly (string | number)[]): (string | number)[] {
  return [first === 'prisonerId' ? 'prisoner' : (first ?? ''), ...rest];
}
