import { checkCharacterOf } from '../../server/people/id-number.ts';

/** A valid identity number of Chongming (310151) for an invented person. */
export function idNumberOf(bornOn: string, serial = 1): string {
  const first17 = `310151${bornOn.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  return `${first17}${checkCharacterOf(first17)}`;
}
