import { createRequire } from 'node:module';
import { lazy } from '../util/lazy.ts';
import { scriptOf } from './script.ts';
import { simplify } from './simplify.ts';

/**
 * OpenCC's converter into the characters written in Taiwan. Its module is 1.1 MB, its tables take 0.2 s
 * to build, and who writes simplified characters needs neither.
 */
const converter = lazy(() => {
  const { Converter } = createRequire(import.meta.url)(
    'opencc-js/cn2t',
  ) as typeof import('opencc-js/cn2t');
  return Converter({ from: 'cn', to: 'tw' });
});

/** A text in traditional characters; one that has some of them already as it is. */
export function traditional(text: string): string {
  return scriptOf(text) === 'traditional' ? text : converter()(text);
}

/** Words of an article as they are put to somebody who writes as in `asked`; as they are where that tells no script. */
export function inScriptOf(text: string, asked: string): string {
  const script = scriptOf(asked);
  if (script === 'traditional') return traditional(text);
  if (script === 'english' || scriptOf(text) !== 'traditional') return text;
  return converter()(asked) === asked ? text : simplify(text);
}
