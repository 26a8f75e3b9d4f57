import { fetch } from 'undici';
import type { Way } from './proxy.ts';

/** Milliseconds that a file may take. */
const TIMEOUT = 60_000;

/**
 * Downloads a file that a platform keeps. @returns undefined where it cannot be had
 * @param limit bytes above which it is not read to its end
 */
export async function download(
  url: string,
  { dispatcher }: Pick<Way, 'dispatcher'>,
  limit: number,
): Promise<Uint8Array | 'tooLarge' | undefined> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT);
    const response = await fetch(url, { dispatcher, signal });
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.ok ? (response.body ?? []) : []) {
      size += part.length;
      if (size > limit) return 'tooLarge';
      parts.push(part);
    }
    return response.ok ? Buffer.concat(parts) : undefined;
  } catch {
    return undefined;
  }
}
