import { useQuery } from '@tanstack/react-query';
import { readVisit } from '../api/visits.ts';

export const visitKey = (visitId: string) => ['visit', visitId];

export function useVisit(visitId: string) {
  return useQuery({
    queryKey: visitKey(visitId),
    queryFn: () => readVisit(visitId),
    refetchInterval: 5_000,
  });
}
