/** A picture or a piece of sound, as its decoder takes it. */
type Coded = { key: boolean; data: Buffer };

/** By the time of its own stream: an unwrapped RTP timestamp. */
export type Frame = Coded & { timestamp: number };

/** By the time of the recording: seconds from the first packet of either party. */
export type TimedFrame = Coded & { seconds: number };
