import type { Language } from '../../server/edge/language.ts';

/** Whatever clock the machine has: the system speaks of the time in Shanghai. */
const zone = 'Asia/Shanghai';
const locales = { zh: 'zh-CN', en: 'en-GB' } as const;

const shapes = {
  moment: {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  exact: {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  },
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' },
  month: { year: 'numeric', month: 'long' },
  monthDay: { month: 'numeric', day: 'numeric', weekday: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type TimeShape = keyof typeof shapes;

/** A moment of the system, as people in Shanghai write it. */
export function sayTime(moment: string, shape: TimeShape, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { ...shapes[shape], timeZone: zone }).format(
    new Date(moment),
  );
}

/** The calendar day in Shanghai, `2026-11-24`, some days from now. */
export function dayInShanghai(moment: Date, daysLater = 0): string {
  const later = new Date(moment.getTime() + daysLater * 86_400_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(later);
}

/** `04:59` */
export function sayDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const minutes = String(Math.floor(whole / 60)).padStart(2, '0');
  return `${minutes}:${String(whole % 60).padStart(2, '0')}`;
}

/** The first moment of a calendar day in Shanghai, which knows no summer time. */
export function startOfDay(day: string): string {
  return new Date(`${day}T00:00:00.000+08:00`).toISOString();
}

export function endOfDay(day: string): string {
  return new Date(`${day}T23:59:59.999+08:00`).toISOString();
}

/** The moment of a time of Shanghai as a field gives it: `2026-11-24T10:40`. */
export function momentOfShanghai(fieldValue: string): string {
  return new Date(`${fieldValue}:00.000+08:00`).toISOString();
}
