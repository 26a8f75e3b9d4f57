import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { nodeProblem } from '../../adapters/common/node-version.ts';

const ENTRY = fileURLToPath(new URL('../../dist/adapters/yuanwen.js', import.meta.url));

/** Runs --help under a Node that says it is of some version. */
function helpUnder(version: string) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`--import=data:text/javascript,${encodeURIComponent(pretend)}`, ENTRY, '--help'],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

describe('the entry', () => {
  it.each(['12.22.0', '18.20.8', '20.18.3'])('ends with one line under Node %s', (version) => {
    const { status, stdout, stderr } = helpUnder(version);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^yuanwen: Node 20\.19 or newer is needed, and this is [^\n]+\n$/);
    expect(stderr).toContain(version);
  });

  it.each(['20.19.0', '22.0.0', '100.1.2'])('runs under Node %s', (version) => {
    const { status, stdout, stderr } = helpUnder(version);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^yuanwen answers/);
  });

  it('has Node keep what it compiles beside the program, where Node can', () => {
    const spy = `import module from 'node:module';
      module.enableCompileCache = (folder) => process._rawDebug('kept in ' + folder);`;
    const { status, stderr } = spawnSync(
      process.execPath,
      [`--import=data:text/javascript,${encodeURIComponent(spy)}`, ENTRY, '--help'],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: `kept in ${fileURLToPath(new URL('../../dist/compile-cache', import.meta.url))}\n`,
    });
  });

  it('takes a version it cannot read for an old one', () => {
    expect(nodeProblem('')).toContain('or newer is needed');
  });
});
