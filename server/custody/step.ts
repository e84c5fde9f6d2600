import type { JsonObject, RuleUsed } from '../ledger/index.ts';
import type { PrisonerRow } from '../people/index.ts';
import type { BarEndReason, PrisonerChangeKind } from './codes.ts';
import type { BarRow } from './tables.ts';

/** What the row of a prisoner becomes. */
export type PrisonerUpdate = Partial<
  Pick<
    PrisonerRow,
    'prison_id' | 'ward_id' | 'number' | 'name' | 'grade' | 'category' | 'custody_state' | 'custody_since'
  >
>;

export type NewBar = Pick<BarRow, 'id' | 'kind' | 'from_day' | 'to_day' | 'note' | 'follows'>;
export type EndedBar = { id: string; endedFrom: string; reason: BarEndReason; note: string };

/** A line of the history and the ledger entry that goes with it. */
export type HistoryLine = {
  prisonId: string;
  kind: PrisonerChangeKind;
  day: string;
  /** What it was and what it is; of bars, which and until when. */
  before?: PrisonerUpdate;
  after?: PrisonerUpdate;
  bar?: {
    kind: BarRow['kind'];
    from: string;
    to: string | null;
    ended?: { from: string; reason: BarEndReason };
  };
  note: string;
  entry: { kind: string; facts: JsonObject; rules?: RuleUsed[] };
};

/** All that one change comes to: decided first, then written as it is. */
export type CustodyStep = {
  update: PrisonerUpdate;
  newBars: NewBar[];
  endedBars: EndedBar[];
  lines: HistoryLine[];
};
