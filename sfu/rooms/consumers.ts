import { setImmediate as afterNotifications } from 'node:timers/promises';
import type { types } from 'mediasoup';
import type { Participant, PublishedTrack } from '../media-node.ts';
import { mayFlow } from './may-flow.ts';

/**
 * The consumers of a room and its gate: the only place that lets media flow to a participant, or stops
 * it.
 */
export type Consumers = {
  /** Takes a paused consumer. It takes the place of the one that its connection had of the same track. */
  add(consumer: types.Consumer, participant: Participant, track: PublishedTrack): void;
  /** The client is ready to receive. False when the consumer is not there. */
  resume(consumerId: string): Promise<boolean>;
  /** Settles when the worker has done it. The order to the worker is given before this returns. */
  setGate(gate: 'open' | 'shut'): Promise<void>;
  gate(): 'open' | 'shut';
  /** Lets flow what may flow by now; call when a track has reached the disk. */
  reconsider(): void;
};

type Entry = {
  consumer: types.Consumer;
  participant: Participant;
  producerId: string;
  wanted: boolean;
  flowing: boolean;
  /** The worker's answer to the last order. */
  done: Promise<void>;
};

export function createConsumers(isWritten: (producerId: string) => boolean): Consumers {
  const entries = new Map<string, Entry>();
  let gate: 'open' | 'shut' = 'shut';

  /**
   * mediasoup writes an order to the worker's socket before its promise is made, and the worker obeys in that
   * order: the last word counts, however many orders are under way. A resumed consumer asks its publisher for
   * a key frame by itself, so pictures appear at once.
   */
  function settle(entry: Entry): Promise<void> {
    const { consumer, participant, producerId, wanted } = entry;
    const flow = mayFlow({
      participant: participant.kind,
      gate,
      wanted,
      written: isWritten(producerId),
    });
    if (flow !== entry.flowing) {
      entry.flowing = flow;
      entry.done = (flow ? consumer.resume() : consumer.pause()).catch(async (error) => {
        // mediasoup answers a request at once but tells of a consumer's end one turn of the event loop later.
        await afterNotifications();
        // A consumer that went away meanwhile receives nothing, which is all that shutting asks for.
        if (!consumer.closed) throw error;
      });
      entry.done.catch(() => undefined);
    }
    return entry.done;
  }

  return {
    add(consumer, participant, { producerId }) {
      const { connectionId } = participant;
      for (const old of [...entries.values()]) {
        if (old.participant.connectionId === connectionId && old.producerId === producerId) {
          old.consumer.close();
        }
      }
      const entry = {
        consumer,
        participant,
        producerId,
        wanted: false,
        flowing: false,
        done: Promise.resolve(),
      };
      entries.set(consumer.id, entry);
      consumer.observer.once('close', () => entries.delete(consumer.id));
    },
    async resume(consumerId) {
      const entry = entries.get(consumerId);
      if (!entry) return false;
      entry.wanted = true;
      await settle(entry);
      return true;
    },
    async setGate(next) {
      gate = next;
      await Promise.all([...entries.values()].map(settle));
    },
    gate: () => gate,
    reconsider() {
      for (const entry of entries.values()) settle(entry);
    },
  };
}
