import type { ServerResponse } from 'node:http';
import type { Answer } from './route.ts';

/** Sends an answer with the headers by which Discord tells of its rate limits: far from reached. */
export function send(response: ServerResponse, { status, body }: Answer, bucket = ''): void {
  if (response.headersSent || response.destroyed) return;
  response.statusCode = status;
  for (const [name, value] of Object.entries(limits(bucket, 1000, 999, 1))) {
    response.setHeader(name, value);
  }
  if (body === undefined) {
    response.end();
    return;
  }
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

/** Turns a call away until `retryAfter` seconds are over. */
export function rateLimited(
  response: ServerResponse,
  { method, route }: { readonly method: string; readonly route: string },
  retryAfter: number,
  isGlobal: boolean,
): void {
  response.writeHead(429, {
    'content-type': 'application/json',
    // Discord rounds up to whole seconds here; not rounded, so that tests need not wait for one
    'retry-after': String(retryAfter),
    'x-ratelimit-scope': isGlobal ? 'global' : 'user',
    ...(isGlobal
      ? { 'x-ratelimit-global': 'true' }
      : limits(`${method} ${route}`, 5, 0, retryAfter)),
  });
  const message = 'You are being rate limited.';
  response.end(JSON.stringify({ message, retry_after: retryAfter, global: isGlobal }));
}

/** The page that the proxy before Discord sends when Discord itself is out of reach. */
export function htmlError(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=UTF-8' });
  response.end(`<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`);
}

const limits = (bucket: string, limit: number, remaining: number, resetAfter: number) => ({
  'x-ratelimit-bucket': Buffer.from(bucket).toString('hex'),
  'x-ratelimit-limit': String(limit),
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': String(Date.now() / 1000 + resetAfter),
  'x-ratelimit-reset-after': String(resetAfter),
});
