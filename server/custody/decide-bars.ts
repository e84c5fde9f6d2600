import { covers, dayAfter, dayBefore, lastDayOf } from '../days.ts';
import type { RuleKey } from '../rules/index.ts';
import { type BarKind, type TimedBarKind, timedBarKinds } from './codes.ts';
import { lastDayOfBar } from './custody-of.ts';
import type { Known } from './decide-step.ts';
import { custodyRefusals } from './refusals.ts';
import type { PrisonerChange } from './schema.ts';
import type { CustodyStep, EndedBar, HistoryLine, NewBar } from './step.ts';
import type { BarRow } from './tables.ts';

type Asked<C extends PrisonerChange['change']> = Extract<PrisonerChange, { change: C }>;

const monthsRule = {
  after_solitary: 'bar_months_after_solitary',
  discipline_bar: 'bar_months_after_warning',
  contraband_bar: 'bar_months_after_contraband',
} as const satisfies Record<TimedBarKind, RuleKey>;

const isTimed = (kind: BarKind): kind is TimedBarKind => timedBarKinds.some((timed) => timed === kind);

/** A bar begins; after solitary confinement that ends on a known day, the one that the rule puts after it. @throws Refusal */
export function enterBar(asked: Asked<'bar'>, known: Known): CustodyStep {
  const { kind, from, note } = asked;
  const months = isTimed(kind) ? known.rules.get(monthsRule[kind]) : undefined;
  if (months === 0) throw custodyRefusals.no_bar_by_rule({ rule: monthsRule[kind as TimedBarKind] });
  const to = months === undefined ? asked.to : lastDayOf(from, months);
  if (to !== null && to < known.today) throw custodyRefusals.bar_over({ to });
  const bar = newBar(known, { kind, from, to, note, follows: null });
  refuseIfStanding(known, bar);
  const following = kind === 'solitary_confinement' && to !== null ? barAfter(known, bar.id, to) : [];
  const newBars = [bar, ...following];
  return { update: {}, newBars, endedBars: [], lines: newBars.map((one) => entered(known, one)) };
}

/** A bar ends before its time, or was entered by mistake; what follows it by a rule moves along. @throws Refusal */
export function endBar(asked: Asked<'end_bar'>, known: Known): CustodyStep {
  const { reason, note } = asked;
  const bar = known.bars.find(({ id }) => id === asked.barId);
  if (bar === undefined) throw custodyRefusals.unknown_bar();
  const last = lastDayOfBar(bar);
  if (bar.ended_from !== null || (last !== null && last < known.today))
    throw custodyRefusals.bar_ended_already();
  const byMistake = reason === 'entered_by_mistake';
  const endedFrom = byMistake ? bar.from_day : asked.from;
  if (endedFrom < bar.from_day || (bar.to_day !== null && endedFrom > bar.to_day))
    throw custodyRefusals.end_outside_bar({ from: bar.from_day, to: bar.to_day ?? '—' });
  const ended: EndedBar = { id: bar.id, endedFrom, reason, note };
  const followers = known.bars.filter((one) => one.follows === bar.id && one.ended_from === null);
  const withdrawn = followers.map(
    (one): EndedBar => ({ id: one.id, endedFrom: one.from_day, reason, note: '' }),
  );
  const held = !byMistake && endedFrom > bar.from_day;
  const newBars =
    bar.kind === 'solitary_confinement' && held ? barAfter(known, bar.id, dayBefore(endedFrom)) : [];
  return {
    update: {},
    newBars,
    endedBars: [ended, ...withdrawn],
    lines: [
      ...[ended, ...withdrawn].map((one) => endedLine(known, one)),
      ...newBars.map((one) => entered(known, one)),
    ],
  };
}

/** What the rule puts after solitary confinement that ends on a day; nothing where that is over, or the rule says none. */
function barAfter(known: Known, follows: string, lastDay: string): NewBar[] {
  const months = known.rules.get('bar_months_after_solitary');
  const from = dayAfter(lastDay);
  if (months === 0) return [];
  return [newBar(known, { kind: 'after_solitary', from, to: lastDayOf(from, months), note: '', follows })];
}

function newBar(
  known: Known,
  {
    kind,
    from,
    to,
    note,
    follows,
  }: { kind: BarKind; from: string; to: string | null; note: string; follows: string | null },
): NewBar {
  return { id: known.newId(), kind, from_day: from, to_day: to, note, follows };
}

function refuseIfStanding({ bars }: Known, bar: NewBar): void {
  const other = bars.find((one) => {
    const last = lastDayOfBar(one);
    const days = { from: one.from_day, to: last };
    const held = last === null || last >= one.from_day;
    return one.kind === bar.kind && held && overlaps(days, { from: bar.from_day, to: bar.to_day });
  });
  if (other) throw custodyRefusals.bar_stands({ from: other.from_day });
}

const overlaps = (one: Days, other: Days) => covers(one, other.from) || covers(other, one.from);
type Days = { from: string; to: string | null };

function entered(known: Known, bar: NewBar): HistoryLine {
  const timed = isTimed(bar.kind);
  return {
    prisonId: known.prisoner.prison_id,
    kind: 'bar_entered',
    day: bar.from_day,
    bar: { kind: bar.kind, from: bar.from_day, to: bar.to_day },
    note: bar.note,
    entry: {
      kind: 'prisoner_bar_entered',
      facts: {
        barId: bar.id,
        barKind: bar.kind,
        fromDay: bar.from_day,
        toDay: bar.to_day,
        follows: bar.follows ?? undefined,
      },
      ...(timed ? { rules: known.rules.used() } : {}),
    },
  };
}

function endedLine(known: Known, { id, endedFrom, reason, note }: EndedBar): HistoryLine {
  const bar = known.bars.find((one) => one.id === id) as BarRow;
  return {
    prisonId: known.prisoner.prison_id,
    kind: 'bar_ended',
    day: endedFrom,
    bar: {
      kind: bar.kind,
      from: bar.from_day,
      to: bar.to_day,
      ended: { from: endedFrom, reason },
    },
    note,
    entry: {
      kind: 'prisoner_bar_ended',
      facts: { barId: id, barKind: bar.kind, endedFrom, endReason: reason },
    },
  };
}
