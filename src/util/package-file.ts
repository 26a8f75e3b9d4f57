import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lazy } from './lazy.ts';

/** The folder of this package; where it was bundled into another program, that of the bundle. */
const home = lazy((): string => {
  try {
    return dirname(createRequire(import.meta.url).resolve('yuanwen/package.json'));
  } catch {
    return dirname(fileURLToPath(import.meta.url));
  }
});

/**
 * The path of a file of this package, which need not be there. It is the same from every module,
 * whether that runs as written, as compiled, or within the program that `npm run build` bundles.
 * @param path as `dist/src/corpus/document-process.js`
 */
export function packageFile(path: string): string {
  return join(home(), path);
}
