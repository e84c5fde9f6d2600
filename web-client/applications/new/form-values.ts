import type { NewApplicationInput } from '../../api/applications.ts';

export type VisitorValues = NewApplicationInput['visitors'][number];
/** The form holds what the request says; `prisonId` only narrows the search. */
export type FormValues = NewApplicationInput & { prisonId?: string };

export const emptyForm: Partial<FormValues> = {
  kind: 'family_visit',
  origin: 'district',
  visitors: [{} as VisitorValues],
  language: 'mandarin',
  mobilityNeeds: [],
};

export const steps = ['stepCase', 'stepVisitors', 'stepNeeds', 'stepCheck'] as const;

const fieldsOfStep: string[][] = [
  ['kind', 'origin', 'prisonerId'],
  ['visitors'],
  ['language', 'interpreter', 'mobilityNeeds', 'wishes'],
];

/** The step on which a field stands. */
export function stepOf(field: string): number {
  const step = fieldsOfStep.findIndex((fields) => fields.includes(field));
  return step === -1 ? steps.length - 1 : step;
}

export function bodyOf({ prisonId: _, ...values }: FormValues): NewApplicationInput {
  return values;
}
