/** One package of a lock file, as far as we look at it. */
type Locked = {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
};
export type Lock = { packages: Record<string, Locked> };

export type MissingOptional = {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly dev: boolean;
};

/** The optional packages that locked ones name by an exact version and that the lock does not hold. */
export const missingOptionals = (lock: Lock): readonly MissingOptional[] =>
  Object.entries(lock.packages).flatMap(([holder, { dev, optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !foldersAbove(holder).some((folder) => `${folder}${name}` in lock.packages))
      .map(([name, range]) => ({
        path: `node_modules/${name}`,
        name,
        version: range.replace(/^[\^~]/, ''),
        dev: dev ?? false,
      })),
  );

/** Where Node looks for what the package at `path` imports: its own node_modules, then those above it. */
const foldersAbove = (path: string): readonly string[] => {
  const folders = [`${path === '' ? '' : `${path}/`}node_modules/`];
  for (let at = path.lastIndexOf('node_modules/'); at >= 0; at = path.lastIndexOf('node_modules/', at - 1)) {
    folders.push(path.slice(0, at + 'node_modules/'.length));
    if (at === 0) break;
  }
  return folders;
};
