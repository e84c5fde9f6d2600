import { useQuery } from '@tanstack/react-query';
import { calendarPreview } from '../../server/calendar/schema.ts';
import { type FoundPrisonBody, type OutOfUseBody, places } from '../../server/places/schema.ts';
import { get, post, put } from './request.ts';

export const placesKey = ['places'];

/** Prisons and rooms change once a year; a screen asks once. */
export function usePlaces() {
  return useQuery({ queryKey: placesKey, queryFn: () => get('/api/places', places), staleTime: 600_000 });
}

type Name = { zh: string; en: string };

export const foundPrison = (body: FoundPrisonBody) => post('/api/prisons', body, places);

export const addToPrison = (prisonId: string, kind: 'wards' | 'terminals', name: Name) =>
  post(`/api/prisons/${prisonId}/${kind}`, { name }, places);

export const saveCentre = (body: { version: number | null; name: Name }) => put('/api/centre', body, places);

export const addVisitRoom = (body: { name: Name; stepFree: boolean }) =>
  post('/api/visit-rooms', body, places);

/** A prison, ward, terminal or visit room, with all that is kept of it. */
export const changePlace = (
  kind: 'prisons' | 'wards' | 'terminals' | 'visit-rooms',
  id: string,
  body: { version: number; name: Name; outOfUseFrom?: string | null; stepFree?: boolean },
) => post(`/api/${kind}/${id}/change`, body, places);

export const previewOutOfUse = (body: OutOfUseBody) => post('/api/places/preview', body, calendarPreview);
