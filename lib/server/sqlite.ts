/** SQLite by libSQL, on one connection that is kept. */
import 'server-only';
import { createClient, type Client, type Config, type Transaction } from '@libsql/client';
import { PrismaLibSql } from '@prisma/adapter-libsql';

/** A connection beside the one that serves; `url` is `file:PATH`. */
export const connect = (url: string): Client => createClient({ url });

/**
 * libSQL's client leaves its connection to each transaction and opens another one after it, without closing the first:
 * two files and 200 KiB for every answer, until the process has none left. Prisma lets nothing else through while a
 * transaction is open, so that one connection can serve for all.
 */
export class SqliteAdapter extends PrismaLibSql {
  override createClient(config: Config): Client {
    const client = createClient(config);
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
      // SQLite may have rolled back by itself, as on a full disk. A new connection is in no transaction in any case.
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
