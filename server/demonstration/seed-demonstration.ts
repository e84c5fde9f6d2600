import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { v7 as newId } from 'uuid';
import { inTransaction } from '../../db/connection.ts';
import {
  demonstrationAccounts,
  demonstrationPassword,
  demonstrationPrisoners,
} from '../../db/demonstration/people.ts';
import {
  demonstrationCentre,
  demonstrationPrisons,
  demonstrationRules,
  demonstrationSessions,
} from '../../db/demonstration/places.ts';
import { hashPassword } from '../accounts/index.ts';
import { isoNow } from '../clock.ts';
import type { Foundation } from '../foundation.ts';

/**
 * Fills an empty database with the demonstration, all or nothing.
 * @returns false, and changes nothing, where there is a prison or an account already
 */
export async function seedDemonstration(foundation: Foundation): Promise<boolean> {
  const { db, clock, ledger } = foundation;
  if ((await db('prisons').first()) || (await db('staff').first())) return false;
  const passwordHash = await hashPassword(demonstrationPassword);
  await inTransaction(db, async (trx) => {
    await trx('installation').insert({ name: 'demonstration', value: 'yes' });
    await seedPlaces(trx);
    await trx('staff').insert(
      demonstrationAccounts.map(({ username, displayName, role, prisonId }) => ({
        id: newId(),
        username,
        display_name: displayName,
        role,
        prison_id: prisonId,
        password_hash: passwordHash,
        created_at: isoNow(clock),
      })),
    );
    await trx('prisoners').insert(
      demonstrationPrisoners.map(({ prisonId, wardId, ...prisoner }) => ({
        id: newId(),
        prison_id: prisonId,
        ward_id: wardId,
        salt: randomBytes(32).toString('base64'),
        ...prisoner,
      })),
    );
    await seedRulesAndSessions(trx, isoNow(clock));
    for (const { id } of demonstrationPrisons) {
      await ledger.foundBook(trx, { prisonId: id, origin: `remote-visits.example/${id}` });
    }
  });
  return true;
}

async function seedPlaces(trx: Knex.Transaction): Promise<void> {
  const named = ({ zh, en }: { zh: string; en: string }) => ({ name_zh: zh, name_en: en });
  for (const { id, name, wards, terminals } of demonstrationPrisons) {
    await trx('prisons').insert({ id, ...named(name) });
    await trx('wards').insert(wards.map((ward) => ({ id: ward.id, prison_id: id, ...named(ward) })));
    await trx('terminals').insert(terminals.map((each) => ({ id: each.id, prison_id: id, ...named(each) })));
    await trx('stations').insert(terminals.map((each) => ({ id: newId(), terminal_id: each.id })));
  }
  const { visitRooms, ...centre } = demonstrationCentre;
  await trx('corrections_centres').insert({ id: centre.id, ...named(centre.name) });
  await trx('visit_rooms').insert(
    visitRooms.map(({ id, name, stepFree }) => ({
      id,
      centre_id: centre.id,
      ...named(name),
      step_free: stepFree,
    })),
  );
  await trx('stations').insert(visitRooms.map(({ id }) => ({ id: newId(), visit_room_id: id })));
}

async function seedRulesAndSessions(trx: Knex.Transaction, now: string): Promise<void> {
  const since = '2026-01-01';
  await trx('session_templates').insert(
    demonstrationSessions.map(({ prisonId, name, weekdays, opensAt, closesAt, openOnHolidays }) => ({
      id: newId(),
      prison_id: prisonId,
      name,
      weekdays: weekdays.join(','),
      opens_at: opensAt,
      closes_at: closesAt,
      open_on_holidays: openOnHolidays,
      valid_from: since,
    })),
  );
  await trx('rules').insert(
    demonstrationRules.map(({ prisonId, key, value }) => ({
      id: newId(),
      key,
      value: JSON.stringify(value),
      scope_kind: 'prison',
      scope_id: prisonId,
      source: 'demonstration',
      effective_from: `${since}T00:00:00.000Z`,
      confirmed: false,
      created_at: now,
    })),
  );
}
