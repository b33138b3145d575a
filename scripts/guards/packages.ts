import type { Finding } from './sources.ts';

/** What `package.json` says, as far as the guard asks. */
export interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  allowScripts?: Record<string, boolean>;
}

/** One package of `package-lock.json`. */
export interface LockedPackage {
  version?: string;
  resolved?: string;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
}

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const FOLDER = 'node_modules/';

/**
 * Whether a clone installs the same everywhere: versions pinned exactly, no download address of whoever made the lock file, the
 * packages of all platforms in it (`npm ci` refuses a lock file that lacks one), and a word on every install script.
 */
export function packageFindings(manifest: Manifest, packages: Record<string, LockedPackage>): Finding[] {
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  const locked = Object.entries(packages).filter(([path]) => path !== '');
  const loose = wanted.filter(([, version]) => !EXACT.test(version));
  const addressed = locked.filter(([, { resolved }]) => resolved !== undefined);
  const undecided = locked.filter(
    ([path, { hasInstallScript }]) => hasInstallScript && !(nameOf(path) in (manifest.allowScripts ?? {})),
  );
  return [
    ...loose.map(([name, version]) => ({ where: name, what: `${version} is not one version` })),
    ...addressed.map(([path]) => ({ where: nameOf(path), what: 'carries a download address' })),
    ...undecided.map(([path]) => ({
      where: nameOf(path),
      what: 'has an install script that allowScripts does not mention',
    })),
    ...locked.flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {})
        .filter((name) => !(`${FOLDER}${name}` in packages) && !(`${path}/${FOLDER}${name}` in packages))
        .map((name) => ({ where: name, what: `is wanted by ${nameOf(path)} and not in the lock file` })),
    ),
  ];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);
}
