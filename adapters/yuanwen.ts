#!/usr/bin/env node
import { nodeProblem } from './common/node-version.ts';

// An older Node fails while it links what main.ts imports, with a message about some module: so main.ts
// is imported only where Node is new enough.
const problem = nodeProblem(process.versions.node);
if (problem === undefined) {
  await import('./main.ts');
} else {
  process.stderr.write(`yuanwen: ${problem}\n`);
  process.exitCode = 1;
}
