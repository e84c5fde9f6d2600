import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftContent } from '../../../server/application-drafts/schema.ts';
import { saveDraft } from '../../api/drafts.ts';
import { ProblemError } from '../../api/problem.ts';

/** A pause in typing, and the longest that anything typed waits to be saved: no more is lost when a browser dies. */
const pauseMs = 1500;
const longestMs = 5000;
const retryMs = 5000;

export type SavedAs = { id: string; version: number };
export type Autosave = {
  /** What was typed has changed. */
  changed(content: DraftContent): void;
  /** Saves what is left and saves nothing more; gives the draft, if there is one. */
  finish(): Promise<SavedAs | undefined>;
  /** The application was refused: what is typed from now on is saved again. */
  goOn(): void;
  savedAt: string | null;
  saving: boolean;
  error: unknown;
};

/**
 * Saves a draft by itself while it is typed: one save at a time, each with all that was typed by then. Another window that has
 * saved the same draft ends it; a server that is away does not.
 */
export function useAutosave(opened: SavedAs | undefined, onFirstSaved: (id: string) => void): Autosave {
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const state = useRef({
    saved: opened,
    id: opened?.id ?? crypto.randomUUID(),
    waiting: undefined as DraftContent | undefined,
    since: 0,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
    running: Promise.resolve(),
    over: false,
  });

  const flush = useCallback(() => {
    const own = state.current;
    clearTimeout(own.timer);
    own.running = own.running.then(async () => {
      const content = own.waiting;
      if (content === undefined || own.over) return;
      own.waiting = undefined;
      own.since = 0;
      setSaving(true);
      try {
        const { version, savedAt: at } = await saveDraft(own.id, {
          version: own.saved?.version ?? 0,
          content,
        });
        if (own.saved === undefined) onFirstSaved(own.id);
        own.saved = { id: own.id, version };
        setSavedAt(at);
        setError(null);
      } catch (thrown) {
        setError(thrown);
        // Refused is refused; a line that is away comes back.
        if (thrown instanceof ProblemError) own.over = thrown.status !== 401 && thrown.status < 500;
        if (!own.over) {
          own.waiting ??= content;
          own.timer = setTimeout(flush, retryMs);
        }
      }
      setSaving(false);
    });
    return own.running;
  }, [onFirstSaved]);

  const changed = useCallback(
    (content: DraftContent) => {
      const own = state.current;
      if (own.over) return;
      own.waiting = content;
      own.since ||= Date.now();
      clearTimeout(own.timer);
      own.timer = setTimeout(flush, Math.min(pauseMs, Math.max(0, own.since + longestMs - Date.now())));
    },
    [flush],
  );

  const finish = useCallback(async () => {
    await flush();
    state.current.over = true;
    return state.current.saved;
  }, [flush]);
  const goOn = useCallback(() => {
    state.current.over = false;
  }, []);

  useEffect(() => {
    const hidden = () => void (document.visibilityState === 'hidden' && flush());
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      // Another page of the console is opened: what was typed last is saved on the way.
      void flush();
    };
  }, [flush]);

  return { changed, finish, goOn, savedAt, saving, error };
}
