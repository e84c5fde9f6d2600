import { useMutation, useQueryClient } from '@tanstack/react-query';
import { pause, resume, stop } from '../api/visits.ts';
import { SignallingRefused, type VisitCall } from '../call/index.ts';
import { visitKey } from '../visits/use-visit.ts';

/** What stops, pauses and resumes; the page shows the outcome as the server tells it. */
export function useControls(visitId: string, call: VisitCall, onStopped: () => void) {
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: visitKey(visitId) });
  return {
    stop: useMutation({
      mutationFn: () => stopEitherWay(visitId, call),
      onSuccess: onStopped,
      onSettled,
    }),
    pause: useMutation({ mutationFn: () => pauseEitherWay(visitId, call), onSettled }),
    resume: useMutation({ mutationFn: () => resume(visitId), onSettled }),
  };
}

/**
 * Both ways at once: HTTP works while the line is down, and the line, whose server knows us already, while the database is
 * away. The one that comes second is refused, as the visit has ended then.
 */
async function stopEitherWay(visitId: string, call: VisitCall): Promise<void> {
  const overHttp = stop(visitId);
  await Promise.any([call.stop(), overHttp]).catch(() => overHttp);
}

/** Over the line, and over HTTP where the line does not serve. */
async function pauseEitherWay(visitId: string, call: VisitCall): Promise<void> {
  try {
    await call.pause();
  } catch (error) {
    if (error instanceof SignallingRefused && error.code !== 'join_first') throw error;
    await pause(visitId);
  }
}
