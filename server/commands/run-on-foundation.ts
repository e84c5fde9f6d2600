import pino from 'pino';
import { DatabaseUnusable } from '../../db/connection.ts';
import { systemClock } from '../clock.ts';
import type { Foundation } from '../foundation.ts';
import { closeFoundation, openFoundation } from '../open-foundation.ts';
import { readSettings, SettingsUnusable } from '../settings.ts';

/** What is wrong with the way a command was called, or with what it was told. */
export class CommandRefused extends Error {}

/**
 * Runs a command of the installation's engineer on the database of DATABASE_URL or DATA_DIR, beside a running server or
 * without one. Prints what `command` returns; a refusal is one line and exit status 1.
 */
export async function runOnFoundation(command: (foundation: Foundation) => Promise<string>): Promise<void> {
  try {
    const settings = readSettings(process.env);
    const log = pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true }));
    const foundation = await openFoundation(settings, log, systemClock);
    try {
      process.stdout.write(`${await command(foundation)}\n`);
    } finally {
      await closeFoundation(foundation);
    }
  } catch (error) {
    const expected =
      error instanceof CommandRefused ||
      error instanceof SettingsUnusable ||
      error instanceof DatabaseUnusable;
    if (!expected) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
