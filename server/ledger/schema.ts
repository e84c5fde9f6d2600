export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
/** Members that are undefined are left out of the text, as JSON.stringify does. */
export type JsonObject = { readonly [member: string]: JsonValue | undefined };

export type ActorKind = 'staff' | 'station' | 'applicant' | 'visitor' | 'system';

/** Who did it; `role` is the role that it was done in. */
export type LedgerActor = { kind: ActorKind; id: string; role?: string };

/** What happens by itself: at a time, or after something else. */
export const theServer: LedgerActor = { kind: 'system', id: 'server' };

/**
 * Whom or what the entry is about: `{ kind: 'visitor', id, commitment }`. A person is named by id and by a commitment to
 * the identity data of that moment (commitToIdentity), never by that data.
 */
export type LedgerSubject = { kind: string; id: string; commitment?: string };

/** Which version of a rule a decision used. */
export type RuleUsed = { key: string; versionId: string };

/** What a capability hands to the ledger. */
export type NewLedgerEntry = {
  /** The prison whose book it is. */
  bookId: string;
  /** What happened, in snake_case and the past: `visit_booked`. */
  kind: string;
  actor: LedgerActor;
  subjects: readonly LedgerSubject[];
  /** Codes, ids, times and numbers. No free text that names people: the entry can never be erased. */
  facts: JsonObject;
  rules?: readonly RuleUsed[];
  /** The index of the entry that this one puts right. */
  corrects?: number;
};

export const entryFormat = 'visit-ledger-entry/v1';

/** What the canonical JSON of an entry holds. */
export type LedgerEntry = {
  format: typeof entryFormat;
  book: string;
  index: number;
  time: string;
  kind: string;
  actor: LedgerActor;
  subjects: LedgerSubject[];
  facts: JsonObject;
  rules?: RuleUsed[];
  corrects?: number;
};

/** An entry with the signed head of the tree that it completed. */
export type SealedLedgerEntry = LedgerEntry & { leafHash: string; checkpoint: string };
