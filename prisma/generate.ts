/** Writes the database clients: SQLite's from the model file, PostgreSQL's from the same text with its provider. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { modelFor, DIALECTS } from './model';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const generated = join(root, 'lib/server/generated');

rmSync(generated, { recursive: true, force: true });
for (const dialect of DIALECTS) {
  const folder = join(generated, dialect);
  mkdirSync(folder, { recursive: true });
  const schema = join(generated, `${dialect}.prisma`);
  writeFileSync(
    schema,
    modelFor(dialect, readFileSync(join(root, 'prisma/schema.prisma'), 'utf8')).replace(
      /output {3}= ".*"/,
      `output   = "./${dialect}"`,
    ),
  );
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/prisma/build/index.js'), 'generate', '--no-hints'],
    {
      cwd: root,
      env: { ...process.env, QUIZWRIGHT_PRISMA_SCHEMA: schema },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
}
