/** The two dialects that one model file serves. */
export const DIALECTS = ['sqlite', 'postgresql'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** The dialect that a connection string asks for; anything but a PostgreSQL address is a SQLite file. */
export const dialectOf = (url: string): Dialect =>
  /^postgres(ql)?:\/\//.test(url) ? 'postgresql' : 'sqlite';

/** The model file's text for `dialect`: only the provider differs. */
export const modelFor = (dialect: Dialect, model: string): string =>
  model.replace(/(datasource db \{\s*provider = )"\w+"/, `$1"${dialect}"`);
