import type { Text } from '../edge/index.ts';

/** A moment, as it is stored: said with the weekday, in Asia/Shanghai. */
export type NoticeMoment = { at: string };
/** Its time of day alone. */
export type NoticeTime = { timeAt: string };
export type NoticeFact = string | number | Text | NoticeMoment | NoticeTime;

type Nothing = Record<never, never>;
/** Free words of staff for the visitor; empty for none. They stand in the full text only. */
type Note = { note: string };

/**
 * What the step itself knows, for each kind. What belongs to the application, the booking and the office is read from the
 * database, as the step has left it. Days are dates of Asia/Shanghai.
 */
export type NoticeFacts = {
  application_received: Nothing;
  application_resubmitted: Nothing;
  supplement_asked: { body: Text; reason: Text } & Note;
  application_forwarded: Nothing;
  /** What the approval is bound to, in words; empty for nothing. */
  application_approved: { conditions: Text } & Note;
  application_refused: { body: Text; reason: Text } & Note;
  application_withdrawn: Nothing;
  visit_booked: Nothing;
  visit_moved: { before: NoticeMoment };
  visit_cancelled: { reason: Text } & Note;
  /** Nobody came in time. */
  visit_forfeited: Nothing;
  visit_needs_review: { reason: Text };
  reminder: Nothing;
  visitor_suspended: {
    suspensionNumber: string;
    reason: Text;
    from: string;
    to: string;
    next: string;
  } & Note;
  suspension_lifted: { suspensionNumber: string; next: string } & Note;
  offer_made: { start: NoticeMoment; until: NoticeMoment };
  offer_expired: { start: NoticeMoment };
  /** Until a day, which is included; whether it counts is said in words. */
  makeup_offered: { missed: string; until: string; counting: Text };
};

/** Where staff chose “other (to be described)”: the description is the note's. */
export const otherReason: Text = { zh: '其他原因', en: 'another reason' };
