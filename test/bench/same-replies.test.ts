import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareReplies } from './reply-differences.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const home = mkdtempSync(join(tmpdir(), 'same-'));
const QUESTIONS = join(home, 'questions.jsonl');
writeFileSync(
  QUESTIONS,
  [
    { id: '1', question: '江苏输出了多少项技术合同？', expect: { answerable: false } },
    { id: '2', question: '那成交额呢？', prev_id: '1', expect: { answerable: false } },
  ]
    .map((line) => JSON.stringify(line))
    .join('\n'),
);

function sameReplies(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['dist/test/bench/same-replies.js', ...args],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

/** A build whose replies are those of this one, but for what `change` does to each. */
function buildThat(change: string): string {
  const build = mkdtempSync(join(tmpdir(), 'build-'));
  mkdirSync(join(build, 'adapters'));
  writeFileSync(join(build, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(build, 'adapters/main.js'),
    `import { execFileSync } from 'node:child_process';
     import { readFileSync } from 'node:fs';
     const main = ${JSON.stringify(join(ROOT, 'dist/adapters/main.js'))};
     const out = execFileSync(process.execPath, [main, ...process.argv.slice(2)], { input: readFileSync(0), encoding: 'utf8' });
     for (const line of out.trim().split('\\n')) { const reply = JSON.parse(line); ${change}; console.log(JSON.stringify(reply)); }`,
  );
  return build;
}

describe('same-replies', () => {
  it('finds no difference between a build and itself, over a conversation too', () => {
    expect(sameReplies(ROOT, QUESTIONS)).toEqual({
      status: 0,
      stdout: '0 of 2 replies differ\n',
      stderr: '',
    });
  });

  it('tells which fields differ, in how many replies and of which questions', () => {
    const other = buildThat(`if (reply.id === '2') reply.notice += '!'`);
    expect(sameReplies(other, QUESTIONS, '--show')).toEqual({
      status: 1,
      stdout: '1 of 2 replies differ\n  notice  1\n那成交额呢？  (notice)\n',
      stderr: '',
    });
  });

  it('ends with 2 where there is no build, or nothing to ask', () => {
    const { status, stderr } = sameReplies(home, QUESTIONS);
    expect(status).toBe(2);
    expect(stderr).toMatch(/holds no build: run npm run build there/);
    expect(sameReplies(ROOT).status).toBe(2);
  });

  it('counts a field that only one of two replies has', () => {
    const { fields, differing } = compareReplies(
      [{ question: 'a', lead: 'x' }],
      [{ question: 'a' }],
    );
    expect([...fields]).toEqual([['lead', 1]]);
    expect(differing).toHaveLength(1);
  });

  it('refuses to compare replies of different number', () => {
    expect(() => compareReplies([{}], [])).toThrow('1 replies here and 0 there');
  });
});
