import type { ServerResponse } from 'node:http';

/** What a language model's service may do instead of choosing. */
export const FAULTS = {
  /** Takes the request and never answers. */
  silent: () => {},
  /** Sends a head, then nothing. */
  slow: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"choices":');
  },
  reset: (response: ServerResponse) => void response.socket?.resetAndDestroy(),
  unauthorized: status(401),
  missing: status(404),
  quota: status(429, { 'retry-after': '7' }),
  broken: status(500),
  redirect: status(307, { location: 'http://127.0.0.1:9/v1/chat/completions' }),
  empty: body(''),
  html: body('<html><body>Bad gateway</body></html>'),
  halfJson: body('{"choices":[{"message":{"role":"assistant","content":"{\\"answ'),
  noChoices: body('{"choices":[]}'),
  toolCall: message({
    content: null,
    tool_calls: [{ type: 'function', function: { name: 'answer', arguments: '{"answers":[1]}' } }],
  }),
  refusal: message({ content: null, refusal: 'I cannot help with that.' }),
  prose: message({ content: '答案是第1句：他们说的是三百万元。' }),
  halfChoice: message({ content: '{"answers":[1' }),
  outOfRange: message({ content: '{"answers":[1,99]}' }),
  zero: message({ content: '{"answers":[0]}' }),
  negative: message({ content: '{"answers":[-1]}' }),
  fraction: message({ content: '{"answers":[1.5]}' }),
  words: message({ content: '{"answers":["1"]}' }),
  chatty: message({ content: '{"answers":[1],"text":"三百万元"}' }),
  /** Words without an end. */
  endless: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const timer = setInterval(() => response.write('x'.repeat(16_384)), 1);
    response.on('close', () => clearInterval(timer));
  },
} as const;

export type Fault = keyof typeof FAULTS;

export const FAULT_NAMES = Object.keys(FAULTS) as readonly Fault[];

function status(code: number, headers: Readonly<Record<string, string>> = {}) {
  return (response: ServerResponse) => {
    response.writeHead(code, headers).end('{"error":{"message":"no"}}');
  };
}

function body(text: string) {
  return (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  };
}

function message(fields: object) {
  return body(JSON.stringify({ choices: [{ message: { role: 'assistant', ...fields } }] }));
}
