import type { types } from 'mediasoup';
import type { MediaNode, PublishedTrack } from '../../sfu/media-node.ts';
import { isoNow } from '../clock.ts';
import type { Foundation } from '../foundation.ts';
import { type Alarms, createResettableAlarm, type ResettableAlarm } from './alarms.ts';
import { type Change, type Changed, changeVisit } from './change-visit.ts';
import { conditionsOf } from './conditions.ts';
import { type Connection, displacedBy } from './connections.ts';
import { createGate, isRoomGone } from './gate.ts';
import { isBarred } from './is-barred.ts';
import { createMailbox, type Known } from './mailbox.ts';
import type { PendingStops } from './pending-stops.ts';
import { signallingRefusals } from './refusals.ts';
import { createRoomKeeper, recordingFolderOf } from './room-keeper.ts';
import { createRoomPresence, type RoomEvent } from './room-presence.ts';
import { warningTexts } from './schema.ts';
import { snapshotFor } from './snapshot.ts';
import type { SystemHealth } from './system-health.ts';
import { visitsTable } from './tables.ts';
import type { Effect, UntimedEvent, VisitEvent, VisitState } from './visit-state.ts';
import { nextTimeOf, plusMs } from './visit-time.ts';

export type SessionTools = {
  foundation: Foundation;
  mediaNode: MediaNode;
  alarms: Alarms;
  system: SystemHealth;
  stops: PendingStops;
  onEnded(visitId: string): void;
};

const retryMs = 1000;
const longestRetryMs = 10_000;
const roomRetryMs = 3000;
/** Whoever stopped or paused is not kept waiting longer than this for a database that does not answer. */
const lateMs = 1500;
/** What a crash costs the countdown, at most. */
const beatMs = 5000;
const pollMs = 3000;

/** One visit while it is going on: its state is in the database, its connections, room and clock are here. */
export function createVisitSession(known: Known, tools: SessionTools) {
  const { foundation, mediaNode, alarms, system, stops } = tools;
  const { clock } = foundation;
  const { visitId } = known.plan;
  const log = foundation.log.child({ visitId });
  const connections = new Map<string, Connection>();
  const now = () => isoNow(clock);
  const report = (error: unknown) => log.error({ err: error }, 'a visit met a fault');
  let barred = false;
  const later = (ms: number, run: () => void) => alarms.set(plusMs(now(), ms), run);

  const mailbox = createMailbox({
    known,
    around,
    report,
    write,
    whenLate: (ring) => alarms.set(plusMs(now(), lateMs), ring),
    wait: (attempt) => new Promise((resolve) => later(Math.min(longestRetryMs, retryMs * attempt), resolve)),
    onQueued: keepUp,
    onSettled(changed) {
      keepUp();
      if (changed) react(changed);
    },
  });
  const presence = createRoomPresence(() => mediaNode.isRecorderWriting(visitId));
  const gate = createGate({
    mediaNode,
    roomId: visitId,
    report,
    onNotOpened(error) {
      if (isRoomGone(error)) return loseRoom();
      for (const event of presence.recorderRefused()) happen(event);
    },
  });
  const room = createRoomKeeper({
    mediaNode,
    roomId: visitId,
    folder: recordingFolderOf(foundation.dataDir, visitId),
    mustRecord: () => ['ready', 'live', 'paused'].includes(mailbox.projected().name),
    later: (again) => later(roomRetryMs, again),
    report,
  });
  const wake = createResettableAlarm(alarms, () => happen({ type: 'time' }));
  const beat = createResettableAlarm(alarms, showAlive);
  const poll = createResettableAlarm(alarms, lookAround);

  function around() {
    return { ...system.last(), barred };
  }

  async function write(change: Change): Promise<Changed> {
    const { name } = mailbox.known().state;
    const begun = name === 'live' || name === 'paused';
    const changed = await changeVisit(
      foundation,
      visitId,
      change,
      begun ? system.last() : await system.look(),
    );
    barred = changed.barred;
    return changed;
  }

  /** Submits what has happened: it will be written, however long that takes. */
  function happen(event: UntimedEvent): void {
    const timed = { ...event, at: now() } as VisitEvent;
    mailbox.submit({ event: timed }, { insist: true }).catch(report);
  }

  /**
   * Gate and alarms follow the state. Shutting waits for nothing: what is queued is enough. Opening waits until all is
   * committed.
   */
  function keepUp(): void {
    const state = mailbox.projected();
    if (state.name !== 'live') gate.shut();
    else if (mailbox.isEmpty()) gate.open();
    wake.setTo(nextTimeOf(state, mailbox.known().plan, now()));
    repeat(beat, beatMs, state.name === 'live');
    repeat(poll, pollMs, state.name === 'ready' || state.name === 'paused');
  }

  /** An alarm that is set already stays: however much happens, it rings in its time. */
  function repeat(alarm: ResettableAlarm, ms: number, wanted: boolean): void {
    if (!wanted) alarm.setTo(undefined);
    else if (!alarm.isSet()) alarm.setTo(plusMs(now(), ms));
  }

  const effects: { [D in Effect['do']]: (effect: Extract<Effect, { do: D }>) => void } = {
    // The gate has followed the state already.
    open_gate() {},
    shut_gate() {},
    start_recording: () => room.keepRecording(),
    show_warning({ warning, at }) {
      sendAll('warningShown', { code: warning, text: warningTexts[warning], at });
    },
    show_time_warning: ({ minutes, at }) => sendAll('timeWarning', { minutes, at }),
    end_media: () => void endMedia(),
  };

  function react(changed: Changed): void {
    for (const effect of changed.effects) (effects[effect.do] as (effect: Effect) => void)(effect);
    if (changed.happened.length > 0) sendSnapshots();
  }

  async function endMedia(): Promise<void> {
    await room.close().catch(report);
    tools.onEnded(visitId);
  }

  function snapshotOf(connection: Connection) {
    return snapshotFor(connection.attendee, { ...mailbox.known(), ...around() }, now());
  }

  function sendSnapshots(): void {
    for (const connection of connections.values()) connection.send('visitState', snapshotOf(connection));
  }

  const sendAll: Connection['send'] = (name, ...message) => {
    for (const connection of connections.values()) connection.send(name, ...message);
  };

  /** A lost beat costs a few seconds of the countdown after a crash, in favour of the parties. */
  function showAlive(): void {
    visitsTable(foundation.db)
      .where({ id: visitId, state: 'live' })
      .update({ alive_at: now() })
      .catch((error) => log.warn({ err: error }, 'no sign of life could be left'));
    keepUp();
  }

  /** While a visit waits, what it waits for may come without an event: the disk, the media node, the recorder, a fact that bars it. */
  async function lookAround(): Promise<void> {
    const before = JSON.stringify(around());
    await system.look().catch(report);
    barred = await isBarred(foundation.db, visitId, mailbox.known().state).catch((error) => {
      report(error);
      return barred;
    });
    if (JSON.stringify(around()) !== before) sendSnapshots();
    const { state, plan } = mailbox.known();
    if (mailbox.isEmpty() && state.name === 'ready') {
      const open = conditionsOf(state, { plan, ...around() }, now()).every(({ met }) => met);
      if (open) happen({ type: 'time' });
    }
    if (
      state.name === 'paused' &&
      !state.attendance.recorderWriting &&
      mediaNode.isRecorderWriting(visitId)
    ) {
      for (const event of presence.take({ type: 'recorderWriting', roomId: visitId })) happen(event);
    }
    room.keepRecording();
    keepUp();
  }

  function loseRoom(): void {
    gate.roomLost();
    for (const event of presence.roomLost()) happen(event);
    room.keepRecording();
    sendAll('rejoin');
  }

  return {
    visitId,
    known: (): Known => mailbox.known(),
    projected: (): VisitState => mailbox.projected(),
    isInUse: () => connections.size > 0 || !mailbox.isEmpty(),

    /** An action of staff, or a step of check-in: given up with the first error. */
    act: (change: Change): Promise<Changed> => mailbox.submit(change, { insist: false }),

    /** Shuts the gate before anything else. Settles when the stop is written, or on disk while the database is away. */
    stop(event: Extract<VisitEvent, { type: 'stop' }>): Promise<Changed | undefined> {
      return new Promise((resolve, reject) => {
        // On disk in any case: a process that dies while the database is silent has stopped the visit all the same.
        const kept = stops.keep(visitId, event);
        const onDelayed = () => {
          kept.then(() => resolve(undefined), reject);
          room.close().catch(report);
        };
        const written = mailbox.submit({ event }, { insist: true, onDelayed });
        written.then(resolve, reject);
        Promise.allSettled([written, kept])
          .then(() => stops.forget(visitId))
          .catch(report);
      });
    },

    /** Shuts the gate before anything else; rejects with what delays the record of it. */
    pause(event: Extract<VisitEvent, { type: 'pause' }>): Promise<Changed> {
      return new Promise((resolve, reject) => {
        mailbox.submit({ event }, { insist: true, onDelayed: reject }).then(resolve, reject);
      });
    },

    happen,

    /** A new connection takes the place of the party's old one, or of a supervisor's oldest of too many. */
    async join(connection: Connection): Promise<{ routerRtpCapabilities: types.RtpCapabilities }> {
      for (const other of displacedBy(connection, connections.values())) {
        other.dismiss(signallingRefusals.replaced());
        this.leave(other.id);
      }
      connections.set(connection.id, connection);
      const opened = await room.open();
      if (connections.has(connection.id) && connection.attendee.kind === 'supervisor') {
        const supervisor = { ...connection.attendee.officer, connectionId: connection.id };
        happen({ type: 'supervisor_joined', supervisor });
      }
      return opened;
    },

    leave(connectionId: string): void {
      const left = connections.get(connectionId);
      if (!left) return;
      connections.delete(connectionId);
      if (left.attendee.kind === 'supervisor') happen({ type: 'supervisor_left', connectionId });
      mediaNode.leave(visitId, connectionId).catch((error) => {
        if (!isRoomGone(error)) report(error);
      });
    },

    snapshotOf,

    takeMediaEvent(event: RoomEvent): void {
      for (const happened of presence.take(event)) happen(happened);
      if (event.type === 'recorderFailed') room.recordAgainLater();
      if (event.type === 'trackPublished') sendTrack('trackPublished', event.track);
      if (event.type === 'trackEnded') sendTrack('trackEnded', event.track);
    },
    loseRoom,

    /** Sets the alarms of a visit that was loaded, and takes up its recording. */
    takeUp(): void {
      keepUp();
      room.keepRecording();
    },

    settled: () => mailbox.settled(),

    /** Lets go of the alarms; the room is the media node's to close. */
    close(): void {
      for (const alarm of [wake, beat, poll]) alarm.setTo(undefined);
    },
  };

  /** A party hears of the other party's tracks only. */
  function sendTrack(name: 'trackPublished' | 'trackEnded', track: PublishedTrack): void {
    for (const connection of connections.values()) {
      const { attendee } = connection;
      if (attendee.kind === 'supervisor' || attendee.party !== track.party) connection.send(name, track);
    }
  }
}
export type VisitSession = ReturnType<typeof createVisitSession>;
