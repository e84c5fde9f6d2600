import { useEffect } from 'react';

/** Closing the window while a visit is live pauses it: the browser asks first. */
export function useLeaveWarning(live: boolean): void {
  useEffect(() => {
    if (!live) return;
    const askFirst = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', askFirst);
    return () => window.removeEventListener('beforeunload', askFirst);
  }, [live]);
}
