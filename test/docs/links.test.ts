import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** All pages but those of fixtures: of the root, and below the two folders that hold any. */
const PAGES = [
  ...readdirSync(ROOT),
  ...['corpus', 'docs'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file}`,
    ),
  ),
]
  .filter((page) => page.endsWith('.md'))
  .sort();

const LINK = /\]\((?<to>[^)\s]+)\)|\bsrc="(?<image>[^"]+)"/g;
/** A path of this repository in backticks: from a folder of its root on, and no pattern or placeholder. */
const PATH = /`(?<path>(?:src|adapters|test|docs|corpus)\/[\w./-]*)`/g;
/** A commit that is named as an example. */
const HASH = /`(?<hash>[0-9a-f]{7})` \*(?<subject>[^*]+)\*/g;

function textOf(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

/** The page as prose: fenced examples hold paths of other folders. */
function proseOf(page: string): string {
  return textOf(page).replace(/^```.*?^```/gms, '');
}

/** The anchors of a page, as GitHub makes them of its headings. */
function anchorsOf(page: string): readonly string[] {
  return [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

describe('the documents', () => {
  it('are there', () => {
    expect(PAGES).toEqual(
      expect.arrayContaining(['README.md', 'ARCHITECTURE.md', 'docs/decisions/README.md']),
    );
    expect(PAGES.length).toBeGreaterThan(50);
  });

  it.each(PAGES)('%s links only to what is there', (page) => {
    const broken = [...proseOf(page).matchAll(LINK)]
      .map(({ groups }) => groups?.['to'] ?? groups?.['image'] ?? '')
      .filter((to) => !/^[a-z]+:/.test(to))
      .filter((to) => {
        const [path = '', anchor] = to.split('#');
        const target = path === '' ? join(ROOT, page) : resolve(ROOT, dirname(page), path);
        if (!existsSync(target)) return true;
        if (anchor === undefined) return false;
        return !anchorsOf(target.slice(ROOT.length)).includes(decodeURIComponent(anchor));
      });
    expect(broken).toEqual([]);
  });

  it.each(PAGES)('%s names only paths that are there', (page) => {
    const missing = [...proseOf(page).matchAll(PATH)]
      .map(({ groups }) => groups?.['path'] ?? '')
      .filter((path) => !existsSync(join(ROOT, path)));
    expect(missing).toEqual([]);
  });

  it('ARCHITECTURE.md links into every room', () => {
    const page = textOf('ARCHITECTURE.md');
    const rooms = ['src', 'src/answer', 'adapters'].flatMap((parent) =>
      readdirSync(join(ROOT, parent), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${parent}/${name}`),
    );
    expect(rooms.filter((room) => !page.includes(`](${room}`))).toEqual([]);
  });

  it('CONTRIBUTING.md names commits by their hash and subject', () => {
    const commits = [...textOf('CONTRIBUTING.md').matchAll(HASH)];
    expect(commits.length).toBeGreaterThan(5);
    let shallow = 'true\n';
    try {
      shallow = execFileSync('git', ['rev-parse', '--is-shallow-repository'], {
        cwd: ROOT,
        encoding: 'utf8',
      });
    } catch {
      // a tree that is no checkout has no history to ask
    }
    if (shallow.trim() === 'true') return;
    for (const { groups } of commits) {
      const subject = execFileSync('git', ['log', '-1', '--format=%s', groups?.['hash'] ?? ''], {
        cwd: ROOT,
        encoding: 'utf8',
      });
      expect(subject.trim()).toBe(groups?.['subject']);
    }
  });

  it('docs/decisions lists every decision, numbered without a gap', () => {
    const listed = [
      ...textOf('docs/decisions/README.md').matchAll(/\]\((?<file>\d{4}-[\w-]+\.md)\)/g),
    ].map(({ groups }) => groups?.['file'] ?? '');
    const files = PAGES.map((page) => /^docs\/decisions\/(\d{4}-.+)$/.exec(page)?.[1]).filter(
      (file) => file !== undefined,
    );
    expect(listed).toEqual(files.sort());
    expect(listed.map((file) => Number(file.slice(0, 4)))).toEqual(listed.map((_, i) => i + 1));
  });
});
