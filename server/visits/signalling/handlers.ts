import { MediaRefusal } from '../../../sfu/media-node.ts';
import { isoNow } from '../../clock.ts';
import { type Acting, visitActs } from '../act-on-visit.ts';
import { participantOf } from '../connections.ts';
import type { Answer, ClientMessageName, ParsedMessage } from '../protocol.ts';
import { signallingRefusals } from '../refusals.ts';
import type { Client, Membership } from './client.ts';
import type { HandlerTools } from './handler-tools.ts';
import { joinVisit } from './join-visit.ts';
import { refusingMedia } from './media-refusals.ts';

type Handlers = {
  [N in ClientMessageName]: (
    client: Client,
    message: ParsedMessage<N>,
    tools: HandlerTools,
  ) => Promise<Answer<N>>;
};

/** One handler a message. What it throws is answered as a refusal. */
export const handlers: Handlers = {
  join: joinVisit,

  async leave(client) {
    const { session, connection } = membershipOf(client);
    client.membership = undefined;
    session.leave(connection.id);
    return null;
  },

  createTransport: (client, { direction }, { mediaNode }) =>
    refusingMedia(async () => {
      const { session, connection, transports } = membershipOf(client);
      if (direction === 'send') onlyParties(connection);
      const transport = await mediaNode.createTransport(
        session.visitId,
        participantOf(connection),
        direction,
      );
      transports.set(transport.id, direction);
      return transport;
    }),

  connectTransport: (client, { transportId, dtlsParameters }, { mediaNode }) =>
    refusingMedia(async () => {
      const { session } = ownerOf(client, transportId);
      await mediaNode.connectTransport(session.visitId, transportId, dtlsParameters);
      return null;
    }),

  restartIce: (client, { transportId }, { mediaNode }) =>
    refusingMedia(async () =>
      mediaNode.restartIce(ownerOf(client, transportId).session.visitId, transportId),
    ),

  publish: (client, { transportId, kind, rtpParameters }, { mediaNode }) =>
    refusingMedia(async () => {
      onlyParties(membershipOf(client).connection);
      const { session } = ownerOf(client, transportId);
      const { producerId } = await mediaNode.publish(session.visitId, transportId, kind, rtpParameters);
      return { producerId, kind };
    }),

  watchableTracks: (client, _message, { mediaNode }) =>
    refusingMedia(() => {
      const { session, connection } = membershipOf(client);
      return mediaNode.watchableTracks(session.visitId, participantOf(connection));
    }),

  consume: (client, { transportId, producerId, rtpCapabilities }, { mediaNode }) =>
    refusingMedia(async () => {
      const { session, consumers } = ownerOf(client, transportId);
      const consumer = await mediaNode.consume(session.visitId, transportId, producerId, rtpCapabilities);
      consumers.add(consumer.id);
      return consumer;
    }),

  resumeConsumer: (client, { consumerId }, { mediaNode }) =>
    refusingMedia(async () => {
      const { session, consumers } = membershipOf(client);
      if (!consumers.has(consumerId)) throw new MediaRefusal('consumer_not_found');
      await mediaNode.resumeConsumer(session.visitId, consumerId);
      return null;
    }),

  warn: (client, message, tools) => asSupervisor(client, tools, (acting) => visitActs.warn(acting, message)),
  pause: (client, _message, tools) => asSupervisor(client, tools, visitActs.pause),
  resume: (client, _message, tools) => asSupervisor(client, tools, visitActs.resume),
  extend: (client, message, tools) =>
    asSupervisor(client, tools, (acting) => visitActs.extend(acting, message)),
  stop: (client, message, tools) => asSupervisor(client, tools, (acting) => visitActs.stop(acting, message)),
  finish: (client, message, tools) =>
    asSupervisor(client, tools, (acting) => visitActs.finish(acting, message)),
  completeStopReason: (client, message, tools) =>
    asSupervisor(client, tools, (acting) => visitActs.completeStopReason(acting, message)),
};

function membershipOf({ membership }: Client): Membership {
  if (!membership) throw signallingRefusals.join_first();
  return membership;
}

/** The membership that made this transport: nobody uses another's. */
function ownerOf(client: Client, transportId: string): Membership {
  const membership = membershipOf(client);
  if (!membership.transports.has(transportId)) throw new MediaRefusal('transport_not_found');
  return membership;
}

function onlyParties({ attendee }: Membership['connection']): void {
  if (attendee.kind !== 'party') throw signallingRefusals.not_a_party();
}

async function asSupervisor(
  client: Client,
  { clock }: HandlerTools,
  act: (acting: Acting) => Promise<void>,
): Promise<null> {
  const { session, connection } = membershipOf(client);
  const { attendee } = connection;
  if (attendee.kind !== 'supervisor') throw signallingRefusals.not_a_supervisor();
  await act({ session, by: attendee.officer, at: isoNow(clock) });
  return null;
}
