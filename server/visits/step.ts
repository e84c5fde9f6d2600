import type { Happening, Officer, VisitEvent, VisitRefusalCode, VisitState } from './visit-state.ts';

/** What an event does by itself, or why it is refused: then nothing. */
export type Step = { state: VisitState; happened: Happening[]; refused?: VisitRefusalCode };
export type EventOf<T extends VisitEvent['type']> = Extract<VisitEvent, { type: T }>;

export function refuse(state: VisitState, refused: VisitRefusalCode): Step {
  return { state, happened: [], refused };
}

export function acted(
  kind: Happening['kind'],
  at: string,
  { id, name, role, side }: Officer,
  facts: Happening['facts'] = {},
  note?: string,
): Happening {
  return { kind, at, side, by: { id, name, role, side }, facts, note };
}
