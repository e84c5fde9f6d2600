import { useMutation, useQueryClient } from '@tanstack/react-query';
import { pause, resume, stop } from '../api/visits.ts';
import { visitKey } from '../visits/use-visit.ts';

/** What stops, pauses and resumes; the page shows the outcome as the server tells it. */
export function useControls(visitId: string, onStopped: () => void) {
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: visitKey(visitId) });
  return {
    stop: useMutation({ mutationFn: () => stop(visitId), onSuccess: onStopped, onSettled }),
    pause: useMutation({ mutationFn: () => pause(visitId), onSettled }),
    resume: useMutation({ mutationFn: () => resume(visitId), onSettled }),
  };
}
