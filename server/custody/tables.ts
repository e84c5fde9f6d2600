import type { Knex } from 'knex';
import type { BarEndReason, BarKind, PrisonerChangeKind } from './codes.ts';

export type BarRow = {
  id: string;
  prisoner_id: string;
  prison_id: string;
  kind: BarKind;
  from_day: string;
  to_day: string | null;
  note: string;
  follows: string | null;
  entered_by: string;
  entered_at: string;
  ended_from: string | null;
  end_reason: BarEndReason | null;
  end_note: string | null;
  ended_by: string | null;
  ended_at: string | null;
};

export type PrisonerChangeRow = {
  id: string;
  prisoner_id: string;
  prison_id: string;
  kind: PrisonerChangeKind;
  day: string;
  /** JSON. */
  facts: string;
  note: string;
  changed_by: string;
  changed_at: string;
  version: number;
};

export const barsTable = (db: Knex) => db<BarRow>('prisoner_bars');
export const changesTable = (db: Knex) => db<PrisonerChangeRow>('prisoner_changes');
