import type { Question } from '../../../question/question.ts';
import { entitiesOf } from './named-entities.ts';
import type { Fails } from './reading.ts';

/** Kinds of which a text that tells which one writes the name with the kind behind it: 翠岗社区. */
const KINDS = '社区|街道|派出所|村|镇|乡|中学|小学|幼儿园|隧道';
const WHICH = new RegExp(`哪(?:一?[个所座条间]|一)?(?<kind>${KINDS})`, 'u');

/** 在哪个社区: a sentence that names none of the kind does not tell which one it is. */
export function namesNoneOfKind({ normalized }: Question): Fails | undefined {
  const kind = WHICH.exec(normalized)?.groups?.['kind'];
  if (kind === undefined) return undefined;
  return ({ sentence, cut }) =>
    !entitiesOf(cut).some(
      ({ name, start, end }) =>
        sentence.slice(start, end).endsWith(kind) && !normalized.includes(name),
    );
}
