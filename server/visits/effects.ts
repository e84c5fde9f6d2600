import type { WarningCode } from './schema.ts';
import type { Effect, Happening, VisitState } from './visit-state.ts';

/** What has to be done outside, once the change from one state to the other is committed. */
export function effectsOf(before: VisitState, after: VisitState, happened: readonly Happening[]): Effect[] {
  const effects: Effect[] = [];
  if (before.name === 'live' && after.name !== 'live') effects.push({ do: 'shut_gate' });
  if (before.name !== 'ready' && after.name === 'ready') effects.push({ do: 'start_recording' });
  if (before.name !== 'live' && after.name === 'live') effects.push({ do: 'open_gate' });
  for (const { kind, at, facts } of happened) {
    if (kind === 'warned') effects.push({ do: 'show_warning', warning: facts.warning as WarningCode, at });
    if (kind === 'time_warning') {
      effects.push({ do: 'show_time_warning', minutes: facts.minutes as number, at });
    }
  }
  if (before.name !== 'ended' && after.name === 'ended') effects.push({ do: 'end_media' });
  return effects;
}
