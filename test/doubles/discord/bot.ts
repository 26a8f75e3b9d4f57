import { randomBytes } from 'node:crypto';
import { snowflake } from './snowflake.ts';
import type { User } from './world.ts';

/** A bot with a token in the form of Discord's, which holds the bot's id. */
export function createBot(): { readonly bot: User; readonly token: string } {
  const id = snowflake();
  const bot: User = { id, name: 'yuanwen', kind: 'bot', locale: 'zh-CN', takesDirect: false };
  const token = [Buffer.from(id), randomBytes(4), randomBytes(28)]
    .map((part) => part.toString('base64url'))
    .join('.');
  return { bot, token };
}
