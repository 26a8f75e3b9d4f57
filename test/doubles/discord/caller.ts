import { expect } from 'vitest';
import type { DiscordDouble } from './index.ts';
import { isDocumentAtHand, type SchemaSource } from './schema.ts';

/** Whatever schemas there are to check by. */
export const SOURCES: readonly SchemaSource[] = isDocumentAtHand
  ? ['document', 'package']
  : ['package'];

export interface Answered {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Calls the double as a bot without a library would. */
export async function call(
  discord: DiscordDouble,
  method: string,
  path: string,
  body?: unknown,
  token: string = discord.token,
): Promise<Answered> {
  const response = await fetch(`${discord.api}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
}

/** How Discord marks a field as wrong, whatever its words. */
export const wrong = (code: string): object => ({ _errors: [expect.objectContaining({ code })] });
export const TOO_LONG = wrong('BASE_TYPE_MAX_LENGTH');
export const REQUIRED = wrong('BASE_TYPE_REQUIRED');
export const CHOICES = wrong('BASE_TYPE_CHOICES');

export const long = (length: number): string => '额'.repeat(length);
