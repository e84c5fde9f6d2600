import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Joining and publishing takes some fifteen messages; more than this in five seconds is no page of ours. */
const messagesAllowed = 60;
const seconds = 5;
/** Who goes on after being refused is disconnected. */
const messagesBorne = 120;

export type Flood = 'fine' | 'refuse' | 'disconnect';

export function createFloodLimit() {
  const limiter = new RateLimiterMemory({ points: messagesAllowed, duration: seconds });
  return {
    async count(socketId: string): Promise<Flood> {
      try {
        await limiter.consume(socketId);
        return 'fine';
      } catch (exceeded) {
        const { consumedPoints } = exceeded as { consumedPoints: number };
        return consumedPoints > messagesBorne ? 'disconnect' : 'refuse';
      }
    },
    forget: (socketId: string) => limiter.delete(socketId),
  };
}
