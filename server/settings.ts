import { resolve } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65535);

const environment = z
  .object({
    PORT: port.default(8080),
    DATA_DIR: z.string().min(1).default('./data'),
    DATABASE_URL: z.string().min(1).optional(),
    /** The name or address under which other machines reach this one; with it the server serves https. */
    PUBLIC_HOST: z.string().min(1).optional(),
    TLS_CERT: z.string().min(1).optional(),
    TLS_KEY: z.string().min(1).optional(),
    /** The IP address at which media arrives; PUBLIC_HOST resolved, when not set. */
    MEDIA_ADDRESS: z.union([z.ipv4(), z.ipv6()]).optional(),
    MEDIA_PORTS: z
      .string()
      .regex(/^\d+-\d+$/, 'must look like 40000-40099')
      .transform((text) => {
        const [from = 0, to = 0] = text.split('-').map(Number);
        return { from, to };
      })
      .refine(({ from, to }) => from >= 1024 && to <= 65535 && from <= to, 'must be ports from 1024 to 65535')
      .default({ from: 40000, to: 40099 }),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  })
  .refine((env) => (env.TLS_CERT === undefined) === (env.TLS_KEY === undefined), {
    path: ['TLS_CERT'],
    message: 'TLS_CERT and TLS_KEY go together',
  });

export type Settings = {
  port: number;
  dataDir: string;
  databaseUrl: string | undefined;
  publicHost: string | undefined;
  tls: { certificateFile: string; keyFile: string } | undefined;
  mediaAddress: string | undefined;
  mediaPorts: { from: number; to: number };
  logLevel: 'debug' | 'info' | 'warn' | 'error';
};

/** A setting that cannot be used, in one line. */
export class SettingsUnusable extends Error {}

/** @throws SettingsUnusable */
export function readSettings(env: Record<string, string | undefined>): Settings {
  // An empty variable is one that somebody left blank in a service file.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new SettingsUnusable(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
    );
  }
  const { data } = parsed;
  return {
    port: data.PORT,
    dataDir: resolve(data.DATA_DIR),
    databaseUrl: data.DATABASE_URL,
    publicHost: data.PUBLIC_HOST,
    tls:
      data.TLS_CERT !== undefined && data.TLS_KEY !== undefined
        ? { certificateFile: data.TLS_CERT, keyFile: data.TLS_KEY }
        : undefined,
    mediaAddress: data.MEDIA_ADDRESS,
    mediaPorts: data.MEDIA_PORTS,
    logLevel: data.LOG_LEVEL,
  };
}
