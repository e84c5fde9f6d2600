import { DateTime } from 'luxon';

/**
 * The facts of a decision as text, and back again: every value comes back as it was, moments with their zone, sets and
 * maps as such. Only what people are called, and what they wrote, is left out: no decision is made by it, and whether there
 * was anything at all stays known.
 */
export function writeFacts(facts: unknown): string {
  return JSON.stringify(encode(facts));
}

/** @throws when it is no text of facts */
export function readFacts<F>(text: string): F {
  return decode(JSON.parse(text)) as F;
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** What stands for words that are not kept. */
export const leftOut = '…';
const words =
  /^(name|zh|en|note|wishes|organisation|interpreter|phone|idNumber|idNumberMasked|exceptionReason|urgencyReason)$|(Name|Note)$/;

function encode(value: unknown): Json {
  if (value === undefined) return { $undefined: true };
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map(encode);
  if (DateTime.isDateTime(value)) return encodeTime(value);
  if (value instanceof Set) return { $set: [...value].map(encode) };
  if (value instanceof Map) return { $map: [...value].map((pair) => pair.map(encode)) };
  if (isPlain(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => {
        if (name.startsWith('$')) throw new Error(`a fact cannot be called ${name}`);
        return [name, encode(typeof each === 'string' && each !== '' && words.test(name) ? leftOut : each)];
      }),
    );
  }
  throw new Error(`a decision cannot keep this as a fact: ${String(value)}`);
}

function encodeTime(moment: DateTime): Json {
  const time = moment.toUTC().toISO();
  if (time === null || moment.zoneName === null) throw new Error('a fact is a moment that is none');
  return { $time: time, zone: moment.zoneName };
}

function decode(json: Json): unknown {
  if (Array.isArray(json)) return json.map(decode);
  if (json === null || typeof json !== 'object') return json;
  if ('$undefined' in json) return undefined;
  if (typeof json.$time === 'string' && typeof json.zone === 'string')
    return DateTime.fromISO(json.$time, { zone: json.zone });
  if (Array.isArray(json.$set)) return new Set(json.$set.map(decode));
  if (Array.isArray(json.$map)) return new Map(json.$map.map((pair) => decode(pair) as [unknown, unknown]));
  return Object.fromEntries(Object.entries(json).map(([name, each]) => [name, decode(each)]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
