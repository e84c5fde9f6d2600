/** Before the end, it is asked whether anybody is still there. */
export const askAtSeconds = 60;
/** The server counts from the last request: it is told of touches at most so often. */
const tellEverySeconds = 120;

export type IdleTime = { secondsLeft: number; asks: boolean; isOver: boolean };

/** Where the time without a touch stands. */
export function idleTime(idleSeconds: number, secondsSinceTouch: number): IdleTime {
  const secondsLeft = Math.max(0, Math.ceil(idleSeconds - secondsSinceTouch));
  return { secondsLeft, asks: secondsLeft <= askAtSeconds, isOver: secondsLeft === 0 };
}

/** Whether a touch is worth a request, so that the server does not end what the person goes on with. */
export function isWorthTelling(secondsSinceTold: number): boolean {
  return secondsSinceTold >= tellEverySeconds;
}
