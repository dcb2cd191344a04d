/** SQLite by libSQL, on one connection that is kept. */
import 'server-only';
import { type Client, type Config, Sqlite3Client, type Transaction } from '@libsql/client/sqlite3';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { openKeeping } from './kept-statements';

/** The path that `file:PATH` names, as it stands. */
export const fileOf = (url: string): string => url.slice(url.startsWith('file:') ? 'file:'.length : 0);

/** A connection to the file that `url`, `file:PATH`, names; `timeout` in ms is how long it waits for another's write. */
export const connect = ({ url, timeout = 0 }: Pick<Config, 'url' | 'timeout'>): Client => {
  const options = { timeout };
  return new Sqlite3Client(fileOf(url), options, openKeeping(fileOf(url), options), 'number');
};

/**
 * libSQL's client leaves its connection to each transaction and opens another one after it, without closing the first:
 * two files and 200 KiB for every answer, until the process has none left. Prisma lets nothing else through while a
 * transaction is open, so that one connection can serve for all.
 */
export class SqliteAdapter extends PrismaLibSql {
  override createClient(config: Config): Client {
    const client = connect(config);
    const transaction = async (): Promise<Transaction> => {
      await client.execute('BEGIN');
      return transactionOn(client);
    };
    return Object.assign(client, { transaction });
  }
}

const transactionOn = (client: Client): Transaction => {
  let closed = false;
  const rollback = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    try {
      await client.execute('ROLLBACK');
    } catch {
      // SQLite may have rolled back by itself, as on a full disk. A new connection is in no transaction in any case;
      // it keeps no statements, which is slower and nothing else.
      client.reconnect();
    }
  };
  return {
    execute: (statement: Parameters<Transaction['execute']>[0]) => client.execute(statement),
    batch: async (statements) => {
      const results = [];
      for (const statement of statements) results.push(await client.execute(statement));
      return results;
    },
    executeMultiple: (script) => client.executeMultiple(script),
    commit: async () => {
      try {
        await client.execute('COMMIT');
        closed = true;
      } catch (error) {
        // What comes next on this connection must not become part of it.
        await rollback();
        throw error;
      }
    },
    rollback,
    close: () => void rollback(),
    get closed() {
      return closed;
    },
  };
};
