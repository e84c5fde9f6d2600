import type { MediaNode } from '../../../sfu/media-node.ts';
import type { Clock } from '../../clock.ts';
import type { VisitSession } from '../visit-session.ts';

/** What the handlers of messages stand on. */
export type HandlerTools = {
  mediaNode: MediaNode;
  clock: Clock;
  sessionOf(visitId: string): Promise<VisitSession>;
};
