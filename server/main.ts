import pino from 'pino';
import { DatabaseUnusable } from '../db/connection.ts';
import { demonstrationAccounts, demonstrationPassword } from '../db/demonstration/people.ts';
import { readSettings, SettingsUnusable } from './settings.ts';
import { type RunningServer, startServer } from './start-server.ts';

// What the server writes is about people: nobody else on this machine reads it.
process.umask(0o077);

try {
  const settings = readSettings(process.env);
  const log = pino({ level: settings.logLevel }, pino.destination({ dest: 2, sync: true }));
  const server = await startServer(settings, log);
  process.stdout.write(greeting(server));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void server.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  if (!(error instanceof SettingsUnusable || error instanceof DatabaseUnusable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

function greeting({ origin, authorityFile, demonstration }: RunningServer): string {
  const lines = [
    '',
    '小安点对点 已启动 / Point-to-point remote visits is serving',
    `  工作台 Staff console    ${origin}/`,
    `  会见室 Visit room       ${origin}/visit-room`,
    `  监狱终端 Prison terminal ${origin}/terminal/`,
  ];
  if (authorityFile) {
    lines.push(`  终端须信任的根证书 The terminals must trust this certificate authority: ${authorityFile}`);
  }
  if (demonstration) {
    lines.push(
      `  演示账号（均为虚构人员，密码 ${demonstrationPassword}） Demonstration accounts (password ${demonstrationPassword}):`,
      ...demonstrationAccounts.map(
        ({ username, displayName, role }) => `    ${username.padEnd(20)} ${role.padEnd(20)} ${displayName}`,
      ),
    );
  }
  return `${lines.join('\n')}\n\n`;
}
