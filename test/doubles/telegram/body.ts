import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import { badRequest } from './refusal.ts';

export interface UploadedFile {
  /** Name of the form's part, to which `attach://name` points. */
  readonly part: string;
  readonly filename: string;
  readonly bytes: Buffer;
}

/** A request's parameters: of a form all are strings and still to be decoded by their types. */
export interface Body {
  readonly form: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: readonly UploadedFile[];
}

/** Reads parameters from JSON, urlencoded or multipart bodies, or from the query string of a GET. */
export async function readBody(request: IncomingMessage, query: URLSearchParams): Promise<Body> {
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readMultipart(request);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  if (type.startsWith('application/json')) {
    return { form: false, fields: parseObject(text), files: [] };
  }
  const form = [...query, ...new URLSearchParams(text)];
  return { form: true, fields: Object.fromEntries(form), files: [] };
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // falls through to the refusal
  }
  throw badRequest("can't parse JSON object");
}

function readMultipart(request: IncomingMessage): Promise<Body> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, string> = {};
    const files: UploadedFile[] = [];
    const parser = busboy({ headers: request.headers });
    parser.on('field', (name, value) => {
      fields[name] = value;
    });
    parser.on('file', (part, stream, { filename = '' }) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => files.push({ part, filename, bytes: Buffer.concat(chunks) }));
    });
    parser.on('error', () => reject(badRequest("can't parse multipart/form-data")));
    parser.on('close', () => {
      // a file sent under a parameter's own name stands for that parameter
      const written = Object.values(fields).join('\n');
      const direct = files
        .map(({ part }) => [part, `attach://${part}`] as const)
        .filter(([, at]) => !written.includes(at));
      resolve({ form: true, fields: { ...fields, ...Object.fromEntries(direct) }, files });
    });
    request.on('error', reject);
    request.pipe(parser);
  });
}
