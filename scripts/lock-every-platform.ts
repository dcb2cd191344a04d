/**
 * `npm run lock:platforms`: completes package-lock.json with the optional packages of other platforms. A registry
 * mirror that holds one platform leaves them out, and `npm ci` then refuses the lock anywhere. They get no
 * integrity, which npm fills in where it can see them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { missingOptionals, type Lock } from './lock-file';

const PATH = 'package-lock.json';
const SYSTEMS = [
  'darwin',
  'win32',
  'linux',
  'android',
  'freebsd',
  'openharmony',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
];
const PROCESSORS: readonly [RegExp, string][] = [
  [/wasm32/, 'wasm32'],
  [/loong64/, 'loong64'],
  [/mips64el/, 'mips64el'],
  [/ppc64/, 'ppc64'],
  [/riscv64/, 'riscv64'],
  [/s390x/, 's390x'],
  [/arm64|aarch64/, 'arm64'],
  [/arm/, 'arm'],
  [/ia32/, 'ia32'],
  [/x64|x86_64/, 'x64'],
];

const platformOf = (name: string): { os?: string[]; cpu?: string[] } => {
  const system =
    SYSTEMS.find((each) => name.includes(each)) ?? (name.includes('windows') ? 'win32' : undefined);
  const processor = PROCESSORS.find(([pattern]) => pattern.test(name))?.[1];
  if (system === undefined && processor === undefined) throw new Error(`For which platform is ${name}?`);
  return {
    ...(processor === undefined ? {} : { cpu: [processor] }),
    ...(system === undefined || processor === 'wasm32' ? {} : { os: [system] }),
  };
};

const lock = JSON.parse(readFileSync(PATH, 'utf8')) as Lock;
for (const { path, name, version, dev } of missingOptionals(lock)) {
  lock.packages[path] = { version, ...platformOf(name), ...(dev ? { dev: true } : {}), optional: true };
  console.log(`${path}@${version}`);
}
const [root = ['', {}], ...rest] = Object.entries(lock.packages);
rest.sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries([root, ...rest]);
writeFileSync(PATH, `${JSON.stringify(lock, null, 2)}\n`);
