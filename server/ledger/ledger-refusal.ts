export type LedgerRefusalCode =
  | 'book_not_found'
  | 'book_already_founded'
  | 'book_id_unusable'
  /** The signing key at hand is not the one that the book was founded with. */
  | 'key_is_not_the_books'
  /** The book's row or its last entry is not what was signed. */
  | 'book_damaged'
  /** The database has fewer entries than a head that this machine saw committed, or others. */
  | 'book_behind_head_seen'
  | 'head_seen_unreadable'
  | 'entry_too_large'
  | 'entry_not_canonical'
  | 'correction_of_nothing';

/** The ledger signs nothing that it cannot answer for; the transaction around it has to fail with it. */
export class LedgerRefusal extends Error {
  readonly code: LedgerRefusalCode;

  constructor(code: LedgerRefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}
