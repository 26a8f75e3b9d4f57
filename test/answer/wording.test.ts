import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Rooms that a question passes on its way, where outcomes are reason codes with facts. */
const ROOMS = [
  'answer/select',
  'answer/rank',
  'answer/spans',
  'answer/highlight',
  'question',
  'figures',
  'knowledge',
  'search',
];
const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** The program files of a room; what is data holds examples of what people and articles write. */
function filesOf(room: string): string[] {
  return readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/(?:^|[\\/])data[\\/]/.test(name))
    .map((name) => join(SRC, room, name));
}

/** Comments, which are passed over, and string and template literals. */
const TOKEN = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;
/** What people read as a sentence: Chinese behind which a full stop stands, or four English words and one. */
const SENTENCE = /[\p{Script=Han}}][”’」』》）]?[。！？]$|^\p{Lu}\S*(?: \S+){3,}[.!?]$/u;
/** Errors and warnings are for operators and no part of a reply. */
const FOR_OPERATORS = /(?:Error|warn)\([^()]*$/;

/** The string and template literals of a program that are sentences. */
function sentencesIn(program: string): string[] {
  return [...program.matchAll(TOKEN)]
    .filter(([token]) => !token.startsWith('/'))
    .filter(({ index }) => !FOR_OPERATORS.test(program.slice(0, index)))
    .map(([token]) => token.slice(1, -1))
    .filter((text) => SENTENCE.test(text.trim()));
}

describe('a room on the way of a question', () => {
  it.each(ROOMS)('%s holds no sentence of ours', (room) => {
    const files = filesOf(room);
    expect(files.length).toBeGreaterThan(0);
    const found = files.flatMap((file) => sentencesIn(readFileSync(file, 'utf8')));
    expect(found).toEqual([]);
  });

  it('would be found out by a sentence in Chinese or English, whole or with holes', () => {
    expect(sentencesIn("const notice = '文中没有说。';")).toEqual(['文中没有说。']);
    expect(
      sentencesIn('const notice = `文中没有$' + '{asked}的数字，只有$' + '{held}的。`;'),
    ).toHaveLength(1);
    expect(sentencesIn("say('The article does not say.');")).toHaveLength(1);
    expect(sentencesIn("throw new RangeError('The index is of another version.');")).toEqual([]);
    expect(sentencesIn("const marks = ['。', '！'], unit = '个百分点', ends = /说。$/;")).toEqual(
      [],
    );
  });
});
