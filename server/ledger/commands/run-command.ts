import { type ParseArgsConfig, parseArgs } from 'node:util';
import { DatabaseUnusable } from '../../../db/connection.ts';
import { SettingsUnusable } from '../../settings.ts';
import { LedgerRefusal } from '../ledger-refusal.ts';
import { LogFolderOccupied, LogSourceInconsistent } from '../transparency-log/write-log-folder.ts';

/** 1 is for what was found wrong in a book; 2 for a command that could not do its work. */
export const exitStatus = { good: 0, wrong: 1, unable: 2 } as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** The command was called wrongly. */
export class UsageError extends Error {}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The options of a command line. @throws UsageError */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(options: T, usage: string) {
  try {
    return parseArgs({ options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('\n')[0]}\n${usage}`);
  }
}

/** Runs a command; what a person can act on is said in a line, without a stack. */
export async function runCommand(command: () => Promise<ExitStatus>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!isForPeople(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error instanceof LogSourceInconsistent ? exitStatus.wrong : exitStatus.unable;
  }
}

function isForPeople(error: unknown): error is Error {
  return [
    UsageError,
    DatabaseUnusable,
    SettingsUnusable,
    LedgerRefusal,
    LogFolderOccupied,
    LogSourceInconsistent,
  ].some((kind) => error instanceof kind);
}
