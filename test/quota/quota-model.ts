import { at } from './an-allowance.ts';

/** The first is too near for an ordinary visit; the last is beyond the days of every make-up. */
export const days = ['2026-11-18', '2026-11-24', '2026-11-30', '2026-12-01', '2026-12-15', '2027-01-26'].map(
  (day) => at(day),
);
const tooSoon = 0;
export const months = ['2026-11', '2026-12', '2027-01'];

export type RulesOfRun = { onSiteCounts: boolean; noShowCounts: boolean; makeupOutside: boolean };

export type Step =
  | { do: 'book'; application: number; day: number }
  | { do: 'move'; application: number; day: number }
  | { do: 'cancel'; application: number }
  | { do: 'excuse'; application: number }
  | { do: 'end'; application: number; ending: 'took_place' | 'forfeited' | 'failed' | 'called_off' }
  | { do: 'enter'; prisoner: number; date: number }
  | { do: 'void'; prisoner: number }
  | { do: 'withdraw'; prisoner: number }
  | { do: 'grant'; prisoner: number; month: number };

type Booking = {
  application: number;
  day: number;
  state: 'live' | 'counted' | 'given_back';
  forfeited: boolean;
  outside: boolean;
  /** The failed visit that nobody else may make up for as long as this stands. */
  claims: Booking | undefined;
  /** The last day on which it is made up for. */
  owedUntil: string | undefined;
};

export type Model = ReturnType<typeof createModel>;

/** What must come of each step, by plain counting: nothing of the system is asked. */
export function createModel(
  rules: RulesOfRun,
  { allowed: byRule, perPrisoner }: { allowed: number[]; perPrisoner: number },
) {
  const bookings: Booking[] = [];
  const onSite: { prisoner: number; date: number }[] = [];
  const extra: { prisoner: number; month: string }[] = [];
  const prisonerOf = (application: number) => Math.floor(application / perPrisoner);
  const dateOf = (day: number) =>
    new Date(Date.parse(days[day] ?? '') + 8 * 3_600_000).toISOString().slice(0, 10);
  const monthOf = (day: number) => dateOf(day).slice(0, 7);

  function quota(prisoner: number, month: string, except?: Booking) {
    const remote = bookings.filter(
      (one) =>
        one !== except &&
        one.state !== 'given_back' &&
        !one.outside &&
        prisonerOf(one.application) === prisoner &&
        monthOf(one.day) === month,
    ).length;
    const entered = onSite.filter((one) => one.prisoner === prisoner && month === '2026-11').length;
    return {
      used: remote + (rules.onSiteCounts ? entered : 0),
      allowed:
        (byRule[prisoner] ?? 0) +
        extra.filter((one) => one.prisoner === prisoner && one.month === month).length,
    };
  }

  /** Where the visit would stand on that day; undefined if it cannot. */
  function place(application: number, day: number, moving?: Booking) {
    const prisoner = prisonerOf(application);
    const [owed] = bookings
      .filter(
        (one) =>
          one.application === application &&
          one.owedUntil !== undefined &&
          !bookings.some((other) => other !== moving && other.claims === one),
      )
      .sort((a, b) => ((a.owedUntil ?? '') < (b.owedUntil ?? '') ? 1 : -1));
    const claims = owed?.owedUntil !== undefined && dateOf(day) <= owed.owedUntil ? owed : undefined;
    if (day === tooSoon && claims === undefined) return undefined;
    const meets = bookings.some(
      (one) =>
        one !== moving && one.state === 'live' && one.day === day && prisonerOf(one.application) === prisoner,
    );
    if (meets) return undefined;
    const outside = claims !== undefined && rules.makeupOutside;
    const { used, allowed } = quota(prisoner, monthOf(day), moving);
    return outside || used < allowed ? { day, claims, outside } : undefined;
  }

  function take(step: Step): boolean {
    if (step.do === 'enter') {
      if (onSite.some((one) => one.prisoner === step.prisoner && one.date === step.date)) return false;
      onSite.push({ prisoner: step.prisoner, date: step.date });
      return true;
    }
    if (step.do === 'void') {
      const [first] = onSite.filter((one) => one.prisoner === step.prisoner).sort((a, b) => a.date - b.date);
      if (first === undefined) return false;
      onSite.splice(onSite.indexOf(first), 1);
      return true;
    }
    if (step.do === 'grant') {
      extra.push({ prisoner: step.prisoner, month: months[step.month] ?? '' });
      return true;
    }
    if (step.do === 'withdraw') {
      const first = extra.find((one) => one.prisoner === step.prisoner);
      if (first === undefined) return false;
      const { used, allowed } = quota(step.prisoner, first.month);
      if (used > allowed - 1) return false;
      extra.splice(extra.indexOf(first), 1);
      return true;
    }
    const own = bookings.filter(({ application }) => application === step.application);
    const live = own.find(({ state }) => state === 'live');
    if (step.do === 'book') {
      if (own.some(({ state }) => state !== 'given_back')) return false;
      const placed = place(step.application, step.day);
      if (placed === undefined) return false;
      bookings.push({
        ...placed,
        application: step.application,
        state: 'live',
        forfeited: false,
        owedUntil: undefined,
      });
      return true;
    }
    if (step.do === 'excuse') {
      const missed = own.find(({ state, forfeited }) => state === 'counted' && forfeited);
      if (missed === undefined) return false;
      Object.assign(missed, { state: 'given_back', claims: undefined });
      return true;
    }
    if (live === undefined) return false;
    if (step.do === 'move') {
      const placed = place(step.application, step.day, live);
      if (placed !== undefined) Object.assign(live, placed);
      return placed !== undefined;
    }
    const ending = step.do === 'cancel' ? 'called_off' : step.ending;
    const counted = ending === 'took_place' || (ending === 'forfeited' && rules.noShowCounts);
    live.state = counted ? 'counted' : 'given_back';
    live.forfeited = ending === 'forfeited';
    if (ending === 'failed') {
      const until = new Date(Date.parse(days[live.day] ?? '') + (30 * 24 + 8) * 3_600_000);
      live.owedUntil = until.toISOString().slice(0, 10);
    } else if (!counted) live.claims = undefined;
    return true;
  }

  /** The same step, of an application that it can be done to, if there is one: else most would meet nothing. */
  function aim<S extends Step>(step: S): S {
    if (!('application' in step)) return step;
    const able = byRule
      .flatMap((_, prisoner) => Array.from({ length: perPrisoner }, (__, n) => prisoner * perPrisoner + n))
      .filter((application) => {
        const own = bookings.filter((one) => one.application === application);
        if (step.do === 'book') return own.every(({ state }) => state === 'given_back');
        if (step.do === 'excuse') return own.some((one) => one.state === 'counted' && one.forfeited);
        return own.some(({ state }) => state === 'live');
      });
    return { ...step, application: able[step.application % able.length] ?? step.application };
  }

  return { take, aim, quota: (prisoner: number, month: string) => quota(prisoner, month) };
}
