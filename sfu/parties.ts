/** The two ends that see and hear each other. */
export const parties = ['visitors', 'prisoner'] as const;
export type Party = (typeof parties)[number];

export type TrackKind = 'audio' | 'video';
