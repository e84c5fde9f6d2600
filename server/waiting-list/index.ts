/**
 * The waiting list: families for whom nothing that suits is free stand in line, and what becomes free is held for the next one.
 *
 *   const waitingList = openWaitingList(foundation);
 *   bookingRoutes(foundation, { slotFreed: waitingList.takeTurn });
 *   await waitingList.close();
 *
 * What is promised when: an offer that was made is a booking that nobody else can have until it is answered or has run out.
 * A slot that is freed by a request is offered before that request is answered; one that is freed otherwise, or by a process
 * that died, within the next minute. In that moment somebody at a counter can be faster.
 */
import type { Foundation } from '../foundation.ts';
import { offerFreedSlots } from './offer-freed-slots.ts';
import { waitingListRoutes } from './routes.ts';

export { countOffers } from './count-offers.ts';

const betweenTurnsMs = 60_000;

export function openWaitingList(foundation: Foundation) {
  let turn: Promise<void> = Promise.resolve();
  /** Turns of one process come one after the other; that one failed is no reason against the request that asked for it. */
  const takeTurn = () => {
    turn = turn
      .then(() => offerFreedSlots(foundation))
      .catch((error: unknown) => {
        foundation.log.warn({ err: error }, 'the waiting list could not have its turn');
      });
    return turn;
  };
  const timer = setInterval(() => void takeTurn(), betweenTurnsMs).unref();
  return {
    routes: waitingListRoutes(foundation, { takeTurn }),
    takeTurn,
    async close(): Promise<void> {
      clearInterval(timer);
      await turn;
    },
  };
}
