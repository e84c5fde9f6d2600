import type { Party } from '../../sfu/media-node.ts';
import type { Role } from '../edge/access.ts';
import type { JsonObject, LedgerSubject, RuleUsed } from '../ledger/index.ts';
import type {
  ClosingOutcome,
  FinishingOutcome,
  Outcome,
  PauseReason,
  Side,
  StopReason,
  VisitEventKind,
  WarningCode,
} from './schema.ts';

/** What was arranged for a visit: taken from its booking and the rules when check-in begins, and kept from then on. */
export type VisitPlan = {
  visitId: string;
  applicationId: string;
  prisonId: string;
  prisonerId: string;
  visitRoomId: string;
  terminalId: string;
  startsAt: string;
  endsAt: string;
  /** The booking's `occupiedUntil`: nothing that was lost to pauses goes beyond it. */
  hardEndAt: string;
  allowedMs: number;
  extensionMs: number;
  earlyStartMs: number;
  lateGraceMs: number;
  warningMinutes: number[];
  rules: RuleUsed[];
};

/** A member of staff who acts in a visit, for his or her body. */
export type Officer = { id: string; name: string; role: Role; side: Side };
export type Supervisor = Officer & { connectionId: string };
export type Key = { by: { id: string; name: string }; at: string };
export type Keys = Partial<Record<Side, Key>>;
export type BothKeys = Record<Side, Key>;

/** Who and what is there at this moment. After a restart nobody is, until they are back. */
export type Attendance = Record<Party, boolean> & {
  supervisors: Supervisor[];
  recorderWriting: boolean;
  /** The bodies that hold the visit paused; each lifts only its own pause. */
  pausedBy: Side[];
};

/** The time that the parties had. Pauses do not use it up. */
export type Talk = { talkedMs: number; extendedMs: number; warned: number[] };

export type Stop = { side: Side; by: string; reason: StopReason | null; note: string };

export type CheckedIn = { name: 'checked_in'; keys: Keys; attendance: Attendance };
export type Ready = { name: 'ready'; keys: BothKeys; attendance: Attendance };
export type Live = { name: 'live'; keys: BothKeys; attendance: Attendance; talk: Talk; since: string };
export type Paused = {
  name: 'paused';
  keys: BothKeys;
  attendance: Attendance;
  talk: Talk;
  since: string;
  reasons: PauseReason[];
};
export type Ended = {
  name: 'ended';
  keys: Keys;
  at: string;
  outcome: Outcome;
  /** Whether it was ever live, and for how long the parties had each other. */
  talkedMs: number | null;
  forfeited: boolean;
  stop: Stop | null;
};
export type Attended = CheckedIn | Ready | Live | Paused;
export type VisitState = { name: 'scheduled' } | Attended | Ended;

/** What happens to a visit. `at` is when it happened, which may be before it can be written. */
export type VisitEvent = { at: string } & (
  | {
      type: 'checked';
      by: Officer;
      facts: JsonObject;
      subjects: LedgerSubject[];
      /** Nothing of this side is missing any more: its key turns. */
      complete: boolean;
    }
  | { type: 'key_turned_back'; by: Officer; reason: string }
  | { type: 'supervisor_joined'; supervisor: Supervisor }
  | { type: 'supervisor_left'; connectionId: string }
  | { type: 'party_connected'; party: Party }
  | { type: 'party_lost'; party: Party }
  | { type: 'recorder_writing' }
  /** A new track is published and has not reached the disk yet. */
  | { type: 'recorder_waiting' }
  | { type: 'recorder_failed'; reason: string }
  | { type: 'media_lost' }
  | { type: 'warn'; by: Officer; warning: WarningCode }
  | { type: 'pause'; by: Officer }
  | { type: 'resume'; by: Officer }
  | { type: 'extend'; by: Officer; note: string }
  | { type: 'stop'; by: Officer; reason: StopReason | null; note: string }
  | { type: 'complete_stop_reason'; by: Officer; reason: StopReason; note: string }
  | { type: 'finish'; by: Officer; outcome: FinishingOutcome; note: string }
  | { type: 'close_without_visit'; by: Officer; outcome: ClosingOutcome; note: string }
  | { type: 'time' }
  /** The server came back after a crash; `aliveAt` is the last sign of life before it. */
  | { type: 'recovered'; aliveAt: string }
);

type WithoutTime<E> = E extends VisitEvent ? Omit<E, 'at'> : never;
/** An event whose time is the moment at which it is taken. */
export type UntimedEvent = WithoutTime<VisitEvent>;

/** What has to hold round a visit before it goes live for the first time. */
export type Circumstances = {
  plan: VisitPlan;
  mediaNodeSound: boolean;
  diskHasRoom: boolean;
  /** Something has come up since check-in that bars it: a suspension, a bar of the prisoner, a transfer. */
  barred: boolean;
};

/** One thing that happened: a line of the timeline and an entry in the prison's book. */
export type Happening = {
  kind: VisitEventKind;
  at: string;
  side: Side | null;
  by: Officer | null;
  /** Goes into the prison's book, which is never erased: codes, ids, times and numbers only. */
  facts: JsonObject;
  /** Free words of staff or of a fault: kept with the visit, not in the book. */
  note?: string;
  /** People that the entry is about, besides the visit itself. */
  subjects?: LedgerSubject[];
};

export type Effect =
  | { do: 'open_gate' }
  | { do: 'shut_gate' }
  | { do: 'start_recording' }
  | { do: 'show_warning'; warning: WarningCode; at: string }
  | { do: 'show_time_warning'; minutes: number; at: string }
  | { do: 'end_media' };

export type VisitRefusalCode =
  | 'not_checked_in'
  | 'visit_ended'
  | 'was_live'
  | 'not_yet_live'
  | 'key_already_turned'
  | 'key_not_turned'
  | 'already_paused'
  | 'not_paused_by_you'
  | 'not_stopped'
  | 'reason_already_given'
  | 'not_yours_to_say'
  | 'too_early_to_close'
  | 'already_extended'
  | 'no_extension';

export type Transition = {
  state: VisitState;
  happened: Happening[];
  effects: Effect[];
  /** The event itself was refused; `happened` then holds only what time did before it. */
  refused?: VisitRefusalCode;
};
