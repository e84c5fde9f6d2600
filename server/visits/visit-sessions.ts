import type { MediaNodeEvent } from '../../sfu/media-node.ts';
import { loadVisit } from './load-visit.ts';
import { createVisitSession, type SessionTools, type VisitSession } from './visit-session.ts';

/** The visits that are going on in this process. Each is loaded when it is first asked for. */
export function openVisitSessions(tools: SessionTools) {
  const sessions = new Map<string, Promise<VisitSession>>();
  const loaded = new Map<string, VisitSession>();

  async function load(visitId: string): Promise<VisitSession> {
    const session = createVisitSession(await loadVisit(tools.foundation.db, visitId), tools);
    loaded.set(visitId, session);
    session.takeUp();
    return session;
  }

  /** An ended visit with nobody left is not kept. */
  function forgetIdle(): void {
    for (const [visitId, session] of loaded) {
      const { name } = session.known().state;
      if (session.isInUse() || name !== 'ended') continue;
      session.close();
      loaded.delete(visitId);
      sessions.delete(visitId);
    }
  }

  return {
    /** @throws Refusal not_found */
    of(visitId: string): Promise<VisitSession> {
      forgetIdle();
      const known = sessions.get(visitId);
      if (known) return known;
      const loading = load(visitId);
      sessions.set(visitId, loading);
      loading.catch(() => sessions.delete(visitId));
      return loading;
    },
    takeMediaEvent(event: MediaNodeEvent): void {
      if (event.type === 'roomsLost') {
        for (const roomId of event.roomIds) loaded.get(roomId)?.loseRoom();
      } else {
        loaded.get(event.roomId)?.takeMediaEvent(event);
      }
    },
    async settled(): Promise<void> {
      await Promise.all([...loaded.values()].map((session) => session.settled()));
    },
    close(): void {
      for (const session of loaded.values()) session.close();
      loaded.clear();
      sessions.clear();
    },
  };
}
export type VisitSessions = ReturnType<typeof openVisitSessions>;
