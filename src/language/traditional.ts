import { Converter } from 'opencc-js/cn2t';
import { lazy } from '../util/lazy.ts';
import { scriptOf } from './script.ts';
import { simplify } from './simplify.ts';

/** OpenCC's converter into the characters written in Taiwan; its tables take 0.2 s to build. */
const converter = lazy(() => Converter({ from: 'cn', to: 'tw' }));

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
