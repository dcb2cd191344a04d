import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs a script of the repository on the SQLite database in the folder `data`; answers what it printed. */
export const inDataFolder = async (data: string, script: string, ...words: string[]): Promise<string> => {
  const tsx = ['node_modules/tsx/dist/cli.mjs', '--tsconfig', 'scripts/tsconfig.json', script, ...words];
  const { stdout } = await promisify(execFile)(process.execPath, tsx, {
    env: { ...process.env, QUIZWRIGHT_DATA: data, DATABASE_URL: '' },
  });
  return stdout;
};

/** The same on the database of the server under test. */
export const inDatabase = (script: string, ...words: string[]): Promise<string> =>
  inDataFolder(process.env.QUIZWRIGHT_E2E_DATA ?? 'test-results/data', script, ...words);
