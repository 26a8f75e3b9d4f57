import type { MessageEntity } from 'grammy/types';
import { badRequest } from './refusal.ts';

export interface Formatted {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

export const TEXT_LIMIT = 4096;
export const CAPTION_LIMIT = 1024;
const ENTITY_LIMIT = 100;

/** Entity types and the field without which each is nothing. */
const ENTITY_TYPES: Readonly<Record<string, string | undefined>> = {
  ...Object.fromEntries(
    'mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough spoiler blockquote expandable_blockquote code pre'
      .split(' ')
      .map((type) => [type, undefined]),
  ),
  text_link: 'url',
  text_mention: 'user',
  custom_emoji: 'custom_emoji_id',
  date_time: 'unix_time',
};

/**
 * A text as Telegram keeps it: control characters become spaces; carriage returns, U+2028..U+202E (line separators,
 * bidi embeddings and overrides) and three combining lines vanish; in a run of U+200E and U+200F all but the last
 * become U+200C; white space at both ends goes; entities move along.
 * Nested quotations, entities within code and more than a hundred are refused here, where Telegram drops
 * formatting without a word: a bot would never learn of it.
 */
export function format(text: string, entities: readonly MessageEntity[]): Formatted {
  for (const entity of entities) checkEntity(text, entity);
  checkNesting(entities);
  const { cleaned, positions } = clean(text);
  const start = cleaned.length - cleaned.replace(/^[ \n]+/, '').length;
  const kept = cleaned.slice(start).replace(/[ \n]+$/, '');
  const move = (offset: number): number =>
    Math.min(Math.max((positions[offset] ?? cleaned.length) - start, 0), kept.length);
  const moved = entities.map((entity) => {
    const offset = move(entity.offset);
    return { ...entity, offset, length: move(entity.offset + entity.length) - offset };
  });
  return {
    text: isBlank(kept) ? '' : kept,
    entities: moved
      .filter(({ length }) => length > 0)
      .sort((a, b) => a.offset - b.offset || b.length - a.length),
  };
}

function checkEntity(text: string, entity: MessageEntity): void {
  const { type, offset, length } = entity;
  const end = offset + length;
  if (!(type in ENTITY_TYPES))
    throw badRequest(`can't parse MessageEntity: unsupported type "${type}"`);
  const needed = ENTITY_TYPES[type];
  if (needed !== undefined && !(needed in entity)) {
    throw badRequest(`can't parse MessageEntity: "${type}" needs "${needed}"`);
  }
  if (offset < 0) throw badRequest(`receive an entity with incorrect offset ${offset}`);
  if (length < 0) throw badRequest(`receive an entity with incorrect length ${length}`);
  if (length === 0) return;
  if (offset >= text.length) {
    throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
  }
  const where = `entity beginning at UTF-16 offset ${offset} ends`;
  if (end > text.length)
    throw badRequest(`${where} after the end of the text at UTF-16 offset ${end}`);
  const bytes = (at: number): number => Buffer.byteLength(text.slice(0, at - 1));
  if (splitsPair(text, offset)) {
    throw badRequest(
      `entity begins in a middle of a UTF-16 symbol at byte offset ${bytes(offset)}`,
    );
  }
  if (splitsPair(text, end)) {
    throw badRequest(`${where} in a middle of a UTF-16 symbol at byte offset ${bytes(end)}`);
  }
}

const splitsPair = (text: string, at: number): boolean =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '');

const isQuotation = ({ type }: MessageEntity): boolean => type.endsWith('blockquote');
const isCode = ({ type }: MessageEntity): boolean => type === 'code' || type === 'pre';

function checkNesting(entities: readonly MessageEntity[]): void {
  if (entities.length > ENTITY_LIMIT) throw badRequest(`more than ${ENTITY_LIMIT} entities`);
  const meets = (a: MessageEntity, b: MessageEntity): boolean =>
    a !== b && a.offset < b.offset + b.length && b.offset < a.offset + a.length;
  for (const one of entities) {
    const within = entities.filter((other) => meets(one, other));
    if (isQuotation(one) && within.some(isQuotation)) {
      throw badRequest("blockquote entities can't be nested");
    }
    if (isCode(one) && within.some((other) => !isQuotation(other))) {
      throw badRequest(`"${one.type}" entities can't contain or be part of other entities`);
    }
  }
}

/** `positions[i]` is where the character at `i` came to stand. */
function clean(text: string): { cleaned: string; positions: readonly number[] } {
  const positions: number[] = [];
  let cleaned = '';
  for (let i = 0; i < text.length; i++) {
    positions.push(cleaned.length);
    const character = text.charAt(i);
    if (isRemoved(character)) continue;
    if (isControl(character)) cleaned += ' ';
    else if (isMark(character) && isMark(text.charAt(i + 1))) cleaned += '\u200c';
    else cleaned += character;
  }
  positions.push(cleaned.length);
  return { cleaned, positions };
}

const isRemoved = (character: string): boolean =>
  /\r|[\u2028-\u202e]|\u0333|\u033f|\u030a/.test(character);
const isControl = (character: string): boolean => character < ' ' && character !== '\n';
const isMark = (character: string): boolean => character === '\u200e' || character === '\u200f';

/** Only characters that show nothing: the spaces and zero-width characters of which Telegram makes no message. */
function isBlank(text: string): boolean {
  return /^[\s\u180e\u200b-\u200f\u2800\ufeff\ufffc]*$/.test(text);
}
