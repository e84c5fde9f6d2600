import { DateTime } from 'luxon';

/** Time is taken in whole steps: a slot that does not lie on them takes every step that it touches. */
const stepMillis = 5 * 60_000;

export const stepsOfDay = (24 * 60 * 60_000) / stepMillis;

/** The steps from a moment up to, not including, another. */
export function stepsBetween(from: DateTime, until: DateTime): { first: number; last: number } {
  return {
    first: Math.floor(from.toMillis() / stepMillis),
    last: Math.ceil(until.toMillis() / stepMillis) - 1,
  };
}

export const startOfStep = (step: number) => DateTime.fromMillis(step * stepMillis, { zone: 'utc' });
