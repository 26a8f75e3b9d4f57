#!/usr/bin/env node
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { nodeProblem } from './common/node-version.ts';

// From 22 on Node can keep what it has compiled for the next start, which saves a twentieth of `ask`.
const { enableCompileCache } = module as typeof module & {
  enableCompileCache?(folder: string): unknown;
};
enableCompileCache?.(fileURLToPath(new URL('../compile-cache', import.meta.url)));

// An older Node fails while it links what main.ts imports, with a message about some module: so main.ts
// is imported only where Node is new enough.
const problem = nodeProblem(process.versions.node);
if (problem === undefined) {
  await import('./main.ts');
} else {
  process.stderr.write(`yuanwen: ${problem}\n`);
  process.exitCode = 1;
}
