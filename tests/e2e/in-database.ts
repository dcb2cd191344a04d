import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs a script of the repository on the database of the server under test; answers what it printed. */
export const inDatabase = async (script: string, ...words: string[]): Promise<string> => {
  const tsx = ['node_modules/tsx/dist/cli.mjs', '--tsconfig', 'scripts/tsconfig.json', script, ...words];
  const data = process.env.QUIZWRIGHT_E2E_DATA ?? 'test-results/data';
  const { stdout } = await promisify(execFile)(process.execPath, tsx, {
    env: { ...process.env, QUIZWRIGHT_DATA: data, DATABASE_URL: '' },
  });
  return stdout;
};
