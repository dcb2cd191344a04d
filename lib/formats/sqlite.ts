/** The one door to sql.js: SQLite in WebAssembly, on bytes in memory. */
import initSqlJs, { type Database, type SqlJsStatic } from 'sql.js';

let loading: Promise<SqlJsStatic> | null = null;

const load = (): Promise<SqlJsStatic> => {
  loading ??= initSqlJs();
  return loading;
};

/** Runs `work` on a database of these bytes (without any: an empty one), and frees it. */
export const withSqlite = async <T>(
  bytes: Uint8Array | null,
  work: (database: Database) => T,
): Promise<T> => {
  const { Database: Opened } = await load();
  const database = new Opened(bytes);
  try {
    return work(database);
  } finally {
    database.close();
  }
};
