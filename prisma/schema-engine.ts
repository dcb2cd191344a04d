/**
 * Prisma's own schema engine as WebAssembly: applies migrations and writes the next one without the binary that
 * the command line downloads. Its bookkeeping table is the ordinary one, so `prisma migrate` keeps working
 * wherever it can be installed.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type * as Engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import { migrationsFolder } from './migrations-folder';
import { modelFor, type Dialect } from './model';

const folder = dirname(fileURLToPath(import.meta.url));
const NO_FILTER = { externalTables: [], externalEnums: [] };

/** The text of the model file as `dialect` reads it. */
export const modelText = (dialect: Dialect): string =>
  modelFor(dialect, readFileSync(join(folder, 'schema.prisma'), 'utf8'));

type EngineModule = typeof Engine & { __wbg_set_wasm: (exports: WebAssembly.Exports) => void };

let loaded: Promise<EngineModule> | undefined;

const loadEngine = async (): Promise<EngineModule> => {
  const home = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const glue = (await import(pathToFileURL(join(home, 'schema_engine_bg.js')).href)) as EngineModule;
  const { instance } = await WebAssembly.instantiate(readFileSync(join(home, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports, // wasm-bindgen's glue is the import object
  });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') (start as () => void)();
  return glue;
};

/** Runs `work` with an engine on the database behind `adapter`, and closes the connections it opened. */
const withEngine = async <T>(
  dialect: Dialect,
  adapter: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: Engine.SchemaEngine) => Promise<T>,
): Promise<T> => {
  loaded ??= loadEngine();
  const { SchemaEngine } = await loaded;
  const connections: SqlDriverAdapter[] = [];
  const noted = async (connection: Promise<SqlDriverAdapter>): Promise<SqlDriverAdapter> => {
    connections.push(await connection);
    return connection;
  };
  const engine = await SchemaEngine.new(
    { datamodels: [['schema.prisma', modelText(dialect)]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory({
      provider: adapter.provider,
      adapterName: adapter.adapterName,
      connect: () => noted(adapter.connect()),
      connectToShadowDb: () => noted(adapter.connectToShadowDb()),
    }),
  );
  try {
    return await work(engine);
  } finally {
    // PostgreSQL keeps the engine's lock until its connection ends; the next start would wait for it.
    for (const connection of connections) await connection.dispose();
    engine.free();
  }
};

const migrationList = (dialect: Dialect): Engine.MigrationList => {
  const baseDir = migrationsFolder(dialect);
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(join(baseDir, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: names.map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(baseDir, path, 'migration.sql'), 'utf8') },
      },
    })),
  };
};

/**
 * Brings the database behind `adapter` up to the newest migration of `dialect`.
 * @returns the names of the migrations that were applied now, oldest first.
 * @throws the engine's error where a migration fails or an applied one was edited.
 */
export const applyMigrations = async (
  dialect: Dialect,
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<readonly string[]> =>
  withEngine(dialect, adapter, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationList(dialect),
      filters: NO_FILTER,
    });
    return appliedMigrationNames;
  });

/**
 * What is missing between the database behind `adapter` and the model file.
 * @returns the SQL of the next migration, or `null` where the two agree.
 */
export const missingSql = async (
  dialect: Dialect,
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<string | null> =>
  withEngine(dialect, adapter, async (engine) => {
    const model = { path: 'schema.prisma', content: modelText(dialect) };
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files: [model], configDir: folder },
      to: { tag: 'schemaDatamodel', files: [model] },
      script: true,
      exitCode: true,
      filters: NO_FILTER,
    });
    return exitCode === 0 ? null : stdout;
  });
