import { z } from 'zod';
import { allowedAction } from '../edge/allowed-action.ts';
import { bilingual } from '../edge/bilingual.ts';
import { say } from '../edge/language.ts';

const place = {
  id: z.string(),
  name: bilingual,
  /** Grows with each change. */
  version: z.int(),
};
/** The first day on which it is not used any more; null while that is not foreseen. */
const outOfUseFrom = z.iso.date().nullable();

export const prison = z
  .object({
    ...place,
    wards: z.array(z.object(place)),
    terminals: z.array(z.object({ ...place, outOfUseFrom })),
  })
  .meta({ id: 'Prison' });
export type Prison = z.infer<typeof prison>;

export const visitRoom = z
  .object({ ...place, stepFree: z.boolean(), outOfUseFrom })
  .meta({ id: 'VisitRoom' });
export type VisitRoom = z.infer<typeof visitRoom>;

/** Where visits take place: the prisons that this member of staff works with, and the centre with its visit rooms. */
export const places = z
  .object({
    prisons: z.array(prison),
    /** Null before it is registered. */
    centre: z.object(place).nullable(),
    visitRooms: z.array(visitRoom),
    actions: z.object({ keepPrisons: allowedAction, keepRooms: allowedAction }),
  })
  .meta({ id: 'Places' });
export type Places = z.infer<typeof places>;

const name = z.strictObject({
  zh: z.string().trim().min(1).max(100),
  en: z.string().trim().min(1).max(100),
});
const version = z.int();

export const foundPrisonBody = z.strictObject({
  /** Names the prison and its ledger book for good. */
  id: z
    .string()
    .trim()
    .refine(
      (text) => /^[a-z][a-z0-9-]{1,34}[a-z0-9]$/.test(text),
      say(
        '代码由小写字母、数字和连字符组成，以字母开头，3至36个字符。',
        'A code is 3 to 36 small letters, digits and hyphens, and begins with a letter.',
      ),
    ),
  name,
  /** The name of the ledger book in everything that is signed. */
  bookOrigin: z
    .string()
    .trim()
    .max(200)
    .refine(
      (text) => /^[a-z0-9][a-z0-9.-]*(\/[a-z0-9._-]+)+$/.test(text),
      say(
        '台账簿名称的格式如 visits.example.gov.cn/baimaoling：小写，不含空格和加号。',
        'The name of a ledger book looks like visits.example.gov.cn/baimaoling: small letters, no spaces, no plus.',
      ),
    ),
});
export type FoundPrisonBody = z.infer<typeof foundPrisonBody>;

export const addPlaceBody = z.strictObject({ name });
export const addRoomBody = z.strictObject({ name, stepFree: z.boolean() });
export const changeNameBody = z.strictObject({ version, name });
export const changeTerminalBody = z.strictObject({ version, name, outOfUseFrom });
export const changeRoomBody = z.strictObject({ version, name, stepFree: z.boolean(), outOfUseFrom });
/** Without a version it is registered for the first time. */
export const centreBody = z.strictObject({ version: version.nullable(), name });

export type PlaceName = z.infer<typeof name>;
export type ChangeTerminalBody = z.infer<typeof changeTerminalBody>;
export type ChangeRoomBody = z.infer<typeof changeRoomBody>;

/** A terminal or a visit room that somebody thinks of taking out of use. */
export const outOfUseBody = z.strictObject({
  kind: z.enum(['terminal', 'visit_room']),
  id: z.string().min(1).max(36),
  outOfUseFrom: z.iso.date(),
});
export type OutOfUseBody = z.infer<typeof outOfUseBody>;
