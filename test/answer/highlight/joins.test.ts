import { describe, expect, it } from 'vitest';
import { joinReader } from '../../../src/answer/highlight/joins.ts';
import { normalize } from '../../../src/language/normalize.ts';
import { understand } from '../../helpers/tokenizer.ts';

/** The joins of what a text has between 【 and 】. */
function joinsOf(question: string, marked: string): ReadonlyMap<string, number> {
  const [before = '', phrase = ''] = marked.split(/[【】]/);
  const text = normalize(marked.replace(/[【】]/g, '')).text;
  const { onLeft, onRight } = joinReader(understand(question), text);
  return new Map([...onLeft(before.length), ...onRight(before.length + phrase.length)]);
}

describe('how a phrase joins what a question says beside its question word', () => {
  it('counts the characters that both have on the left, up to four', () => {
    expect(joinsOf('专辑由谁制作？', '专辑由【何立新】制作').get('joinsLeft')).toBe(0.75);
    expect(joinsOf('这张专辑由谁制作？', '这张专辑由【何立新】制作').get('joinsLeft4')).toBe(1);
    expect(joinsOf('专辑由谁制作？', '【何立新】制作了专辑').has('joinsLeft')).toBe(false);
  });

  it('counts those on the right', () => {
    expect(joinsOf('专辑由谁制作？', '专辑由【何立新】制作').get('joinsRight2')).toBe(1);
    expect(joinsOf('专辑由谁制作？', '【专辑】由何立新制作').has('joinsRight')).toBe(false);
  });

  it('tells whether it ends with the counter asked after or leaves it behind', () => {
    const asked = '专辑有多少首歌？';
    expect(joinsOf(asked, '共有【12首】歌').get('endsWithCounter')).toBe(1);
    expect(joinsOf(asked, '共有【12】首歌').get('counterBehind')).toBe(1);
    expect(joinsOf(asked, '共有【12】张').get('lacksCounter')).toBe(1);
  });

  it('tells the same of what says which', () => {
    expect(joinsOf('他在哪一年毕业？', '【1921年】毕业').get('endsWithWhich')).toBe(1);
    expect(joinsOf('他在哪一年毕业？', '【1921】年毕业').get('whichBehind')).toBe(1);
  });
});
