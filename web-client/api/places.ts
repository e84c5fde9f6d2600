import { useQuery } from '@tanstack/react-query';
import { places } from '../../server/places/schema.ts';
import { get } from './request.ts';

/** Prisons and rooms change once a year; a screen asks once. */
export function usePlaces() {
  return useQuery({ queryKey: ['places'], queryFn: () => get('/api/places', places), staleTime: 600_000 });
}
