import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rewritePage, withRow, withSection } from '../../src/evaluation/results-page.ts';

const PAGE = '# Results\n\n<!-- eval -->\nold\n<!-- /eval -->\n\nHow to read it.\n';

describe('a page of results', () => {
  it('replaces what stands between the marks and leaves what people wrote', () => {
    const page = withSection(PAGE, 'eval', 'new\n');
    expect(page).toBe('# Results\n\n<!-- eval -->\n\nnew\n\n<!-- /eval -->\n\nHow to read it.\n');
    expect(withSection(page, 'eval', 'new')).toBe(page);
  });

  it('appends a section that is not there yet', () => {
    expect(withSection('# Results\n', 'bench', 'fast')).toBe(
      '# Results\n\n<!-- bench -->\n\nfast\n\n<!-- /bench -->\n',
    );
  });

  it('takes nothing in what is written for a pattern', () => {
    expect(withSection(PAGE, 'eval', '$& $1')).toContain('\n$& $1\n');
  });

  it('replaces the row of a set and keeps the others in their order', () => {
    const head = ['', 'lead hit'];
    const rows = [
      ['xquad', '82.0%'],
      ['drcd', '86.7%'],
      ['xquad', '83.0%'],
    ];
    const page = rows.reduce((page, row) => withRow(page, 'eval', head, row), PAGE);
    expect(page).toContain('| xquad | 83.0% |\n| drcd | 86.7% |\n');
    expect(page).not.toContain('82.0%');
  });

  it('begins a table with other columns anew', () => {
    const page = withRow(withRow('', 'eval', ['', 'a'], ['x', '1']), 'eval', ['', 'b'], ['y', '2']);
    expect(page).toContain('| y | 2 |');
    expect(page).not.toContain('| x | 1 |');
  });

  it('begins a page that is not there', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'results-')), 'docs', 'results.md');
    rewritePage(file, (page) => withSection(page, 'bench', 'fast'));
    expect(readFileSync(file, 'utf8')).toContain('\nfast\n');
  });
});
