import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What an example prints; it must end by itself and say nothing on standard error. */
function run(name: string, input = ''): string {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [`dist/docs/examples/${name}.js`, 'corpus'],
    { cwd: ROOT, input, encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

describe('the examples', () => {
  it('library.ts asks, checks the quotation, follows up and looks figures up', () => {
    const printed = run('library');
    expect(printed).toMatch(/^answered: .*成交额超307亿元/);
    expect(printed).toContain('verbatim: true');
    expect(printed).toMatch(/^那成交额呢？ 超307亿元/m);
    expect(printed).toMatch(/^超307亿元 \{.*value: 30700000000, unit: '元', qualifier: 'over'/m);
  });

  it('own-platform.ts answers a line and follows its buttons', () => {
    const [answer = '', after = ''] = run(
      'own-platform',
      '2022年江苏输出的技术合同成交额是多少？\n1\n',
    ).split(/(?<=\[1\].*\n)/);
    expect(answer).toMatch(/^> 2022年,我省向沪浙皖输出的技术合同超9300项/);
    expect(answer).toMatch(/^= 超307亿元 {2}江苏 · 输出 · 技术合同成交额 · 2022$/m);
    // the first button opens the whole paragraph
    expect(after).toMatch(/^> 为推进跨区域成果转移转化/m);
  });

  it('own-engine.ts answers through an engine of its own', () => {
    expect(run('own-engine')).toMatch(/^answered: .*国别专场交流对接活动10场/);
  });
});
