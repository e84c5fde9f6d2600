/** What an identity number of GB 11643 says of its holder. */
export type IdNumberFacts = { bornOn: string; sex: 'male' | 'female' };

/** GB/T 2260: provinces, and the residence permits of Hong Kong, Macao and Taiwan (81 to 83). */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

/** GB 11643: the weight of place i is 2^(17-i) modulo 11. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';
const shape = /^(\d{2})(\d{4})(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dX]$/;

/**
 * Reads an identity number of 18 places. Undefined when there can be no such number: unknown region, impossible date
 * of birth, or a wrong check character. Whether its holder is born yet is for a caller that knows the day.
 */
export function readIdNumber(idNumber: string): IdNumberFacts | undefined {
  const [, province = '', county, year = '', month = '', day = '', sex] = shape.exec(idNumber) ?? [];
  if (!provinces.has(province) || county === '0000') return undefined;
  if (!isDate(Number(year), Number(month), Number(day)) || Number(year) < 1900) return undefined;
  if (checkCharacterOf(idNumber) !== idNumber.at(17)) return undefined;
  return { bornOn: `${year}-${month}-${day}`, sex: Number(sex) % 2 === 1 ? 'male' : 'female' };
}

/** The 18th character that belongs to the first 17 digits. */
export function checkCharacterOf(idNumber: string): string | undefined {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(idNumber[place]), 0);
  return checkCharacters[sum % 11];
}

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The first three and the last two places stay readable: enough to compare with a card at the counter. */
export function maskIdNumber(idNumber: string): string {
  return idNumber.slice(0, 3) + '*'.repeat(Math.max(0, idNumber.length - 5)) + idNumber.slice(-2);
}
