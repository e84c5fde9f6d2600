import { edgeRefusals } from '../../edge/index.ts';
import { type Attendee, participantOf } from '../connections.ts';
import { officerFor } from '../officers.ts';
import type { Joined, ParsedMessage } from '../protocol.ts';
import { signallingRefusals, visitRefusals } from '../refusals.ts';
import type { VisitPlan } from '../visit-state.ts';
import type { Client } from './client.ts';
import type { HandlerTools } from './handler-tools.ts';
import { refusingMedia } from './media-refusals.ts';

/** Who the client is follows from its key or session and from the booking, never from what it says. */
function identify(
  { presented }: Client,
  as: ParsedMessage<'join'>['as'],
  plan: VisitPlan,
): { attendee: Attendee; holderId: string } {
  if (as === 'supervisor') {
    const { staff } = presented;
    if (!staff) throw edgeRefusals.not_signed_in();
    const officer = officerFor(staff, plan.prisonId);
    if (!officer) throw staff.prisonId === null ? edgeRefusals.not_permitted() : edgeRefusals.not_found();
    return { attendee: { kind: 'supervisor', officer }, holderId: staff.id };
  }
  const station = presented[as];
  if (!station) throw edgeRefusals.not_signed_in();
  const isHere =
    station.kind === 'visit_room'
      ? station.visitRoomId === plan.visitRoomId
      : station.terminalId === plan.terminalId;
  if (!isHere) throw signallingRefusals.not_your_visit();
  return {
    attendee: { kind: 'party', party: station.kind === 'visit_room' ? 'visitors' : 'prisoner' },
    holderId: station.id,
  };
}

/** Joins a visit; once more after the room was lost. */
export async function joinVisit(
  client: Client,
  { visitId, as }: ParsedMessage<'join'>,
  { sessionOf, mediaNode }: HandlerTools,
): Promise<Joined> {
  const before = client.membership;
  if (before && (before.session.visitId !== visitId || before.as !== as)) {
    throw signallingRefusals.already_joined();
  }
  const session = await sessionOf(visitId);
  const { attendee, holderId } = identify(client, as, session.known().plan);
  const { name } = session.projected();
  if (name === 'scheduled') throw signallingRefusals.check_in_not_begun();
  if (name === 'ended') throw visitRefusals.visit_ended();

  const { send, dismiss } = client;
  const connection = { id: client.socketId, attendee, send, dismiss };
  // The transports of an earlier join are of no use to a client that joins again.
  await mediaNode.leave(visitId, connection.id).catch(() => undefined);
  if (client.isGone()) throw signallingRefusals.join_first();
  client.membership = { session, connection, as, holderId, transports: new Map(), consumers: new Set() };
  const { routerRtpCapabilities } = await refusingMedia(() => session.join(connection)).catch((error) => {
    // Without media nobody attends, and nobody supervises.
    client.membership = undefined;
    session.leave(connection.id);
    throw error;
  });
  return {
    you: attendee.kind === 'party' ? attendee.party : 'supervisor',
    routerRtpCapabilities,
    snapshot: session.snapshotOf(connection),
    tracks: await refusingMedia(() => mediaNode.watchableTracks(visitId, participantOf(connection))),
  };
}
