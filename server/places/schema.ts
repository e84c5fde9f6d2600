import { z } from 'zod';
import { bilingual } from '../edge/bilingual.ts';

export const prison = z
  .object({
    id: z.string(),
    name: bilingual,
    wards: z.array(z.object({ id: z.string(), name: bilingual })),
    terminals: z.array(z.object({ id: z.string(), name: bilingual })),
  })
  .meta({ id: 'Prison' });
export type Prison = z.infer<typeof prison>;

export const visitRoom = z
  .object({ id: z.string(), name: bilingual, stepFree: z.boolean() })
  .meta({ id: 'VisitRoom' });
export type VisitRoom = z.infer<typeof visitRoom>;

/** Where visits take place: the prisons that this member of staff works with, and the centre's visit rooms. */
export const places = z
  .object({ prisons: z.array(prison), visitRooms: z.array(visitRoom) })
  .meta({ id: 'Places' });
export type Places = z.infer<typeof places>;
