/** SQLite statements that are prepared once and kept: to prepare one takes longer than to run it. */
import 'server-only';
import Database from 'libsql';

/** What a server asks again and again are some hundred statements; each length of a list of ids makes one more. */
const KEPT = 256;

/** A statement whose columns are asked of SQLite once. */
const withColumns = (statement: Database.Statement): Database.Statement => {
  let columns: Database.ColumnDefinition[] | undefined;
  const ask = statement.columns.bind(statement);
  return Object.assign(statement, { columns: () => (columns ??= ask()) });
};

/**
 * Opens a connection to the file at `path` that answers a statement it has seen with the one it prepared then, of more
 * than 256 the ones asked last. SQLite prepares them anew by itself where a table has changed; statements must name
 * their columns, since "*" would go by those that it meant at first.
 */
export const openKeeping = (path: string, options: Database.Options): Database.Database => {
  const database = new Database(path, options);
  const kept = new Map<string, Database.Statement>();
  const prepare = database.prepare.bind(database);
  return Object.assign(database, {
    prepare: (sql: string): Database.Statement => {
      const statement = kept.get(sql) ?? withColumns(prepare(sql));
      kept.delete(sql);
      kept.set(sql, statement);
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return statement;
    },
  });
};
