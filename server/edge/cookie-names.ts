import type { Presented } from './access.ts';

/** The cookie that carries each identity. */
export const cookieNames = {
  staff: 'session',
  relative: 'relative_session',
  visit_room: 'visit_room_key',
  terminal: 'terminal_key',
} as const satisfies Record<keyof Presented, string>;
