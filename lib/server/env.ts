import { resolve } from 'node:path';
import { z } from 'zod';

const text = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional();

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  QUIZWRIGHT_DATA: text.transform((value) => resolve(/* turbopackIgnore: true */ value ?? 'data')),
  DATABASE_URL: text.refine((value) => value === undefined || /^(postgres(ql)?:\/\/|file:)/.test(value), {
    message: 'starts with postgres:// or postgresql:// (a server), or file: (a SQLite file); or leave it out',
  }),
  AUTH_SECRET: text.refine((value) => value === undefined || value.length >= 32, {
    message: 'has at least 32 characters; leave it out to have one made on first start',
  }),
  BASE_URL: text.pipe(z.url({ protocol: /^https?$/, message: 'is an http or https address' }).optional()),
  PORT: text.transform((value) => Number(value ?? 3000)).pipe(z.int().min(0).max(65_535)),
  HOST: text.transform((value) => value ?? '0.0.0.0'),
  TRUST_PROXY: text.transform((value) => value === '1' || value === 'true'),
  LINK_HOSTS: text
    .refine(
      (value) => value === undefined || /^[^\s,:/]+:\d{1,5}(?:\s*,\s*[^\s,:/]+:\d{1,5})*$/.test(value),
      {
        message: 'is a list of host:port, such as wiki.school.lan:80, with commas between',
      },
    )
    .transform((value) => new Set(value?.toLowerCase().split(/\s*,\s*/) ?? [])),
  GITHUB_ID: text,
  GITHUB_SECRET: text,
  GOOGLE_ID: text,
  GOOGLE_SECRET: text,
  OIDC_ISSUER: text.pipe(z.url({ message: "is the provider's issuer address" }).optional()),
  OIDC_ID: text,
  OIDC_SECRET: text,
  OIDC_NAME: text,
  MODEL_URL: text.pipe(
    z
      .url({ protocol: /^https?$/, message: 'is an http or https address' })
      .refine((value) => new URL(value).username + new URL(value).password === '', {
        message: 'holds no name and no password; a key goes into MODEL_KEY',
      })
      .optional(),
  ),
  MODEL_NAME: text,
  MODEL_KEY: text.refine((value) => value === undefined || /^[\x21-\x7e]+$/.test(value), {
    message: 'has no spaces and no letters outside ASCII',
  }),
  MODEL_TIMEOUT_SECONDS: text.transform((value) => Number(value ?? 180)).pipe(z.int().min(5).max(3600)),
  MODEL_TOKEN_BUDGET: text
    .transform((value) => Number(value ?? 60_000))
    .pipe(z.int().min(1000).max(10_000_000)),
});

/** The settings of this process, each from the environment variable of the same name. */
export type Environment = z.infer<typeof schema>;

/** What only makes sense together: naming one of a group asks for all of it. */
const GROUPS: readonly (readonly (keyof Environment)[])[] = [
  ['GITHUB_ID', 'GITHUB_SECRET'],
  ['GOOGLE_ID', 'GOOGLE_SECRET'],
  ['OIDC_ISSUER', 'OIDC_ID', 'OIDC_SECRET'],
  ['MODEL_URL', 'MODEL_NAME'],
];

export class EnvironmentError extends Error {}

/**
 * Reads and checks the settings.
 * @throws EnvironmentError that names every variable that is missing or malformed, one a line.
 */
export const readEnvironment = (source: Readonly<Record<string, string | undefined>>): Environment => {
  const parsed = schema.safeParse(source);
  const problems = parsed.success
    ? GROUPS.flatMap((group) => {
        const missing = group.filter((name) => parsed.data[name] === undefined);
        return missing.length > 0 && missing.length < group.length
          ? missing.map((name) => `${name} is missing (${group.join(', ')} go together)`)
          : [];
      })
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (!parsed.success || problems.length > 0) {
    throw new EnvironmentError(
      `The environment needs mending (see .env.example):\n  ${problems.join('\n  ')}`,
    );
  }
  return parsed.data;
};

let environment: Environment | undefined;

/** The settings of this process, read once. */
export const env = (): Environment => (environment ??= readEnvironment(process.env));

/** Where the database is: the server's address, or the file in the data folder. */
export const databaseUrl = (): string => env().DATABASE_URL ?? `file:${env().QUIZWRIGHT_DATA}/quizwright.db`;

/** Where people reach this app, without a slash at the end. */
export const baseUrl = (): string => (env().BASE_URL ?? `http://localhost:${env().PORT}`).replace(/\/+$/, '');
