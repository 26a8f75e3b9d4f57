import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import busboy from 'busboy';
import { refusals } from '../refusal.ts';
import type { UploadedFile } from '../world.ts';

export interface Body {
  /** Undefined where nothing was sent. */
  readonly json: unknown;
  readonly files: readonly UploadedFile[];
}

/** Reads JSON, or a form of `payload_json` and `files[n]`, as Discord takes them. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(request);
  const text = (await buffer(request)).toString('utf8');
  return { json: text === '' ? undefined : parse(text), files: [] };
}

function readForm(request: IncomingMessage): Promise<Body> {
  return new Promise((resolve, reject) => {
    const files: Promise<UploadedFile>[] = [];
    let payload = '{}';
    const form = busboy({ headers: request.headers });
    form.on('file', (_field, stream, { filename, mimeType }) => {
      files.push(
        buffer(stream).then((data) => ({ name: filename ?? 'file', type: mimeType, data })),
      );
    });
    form.on('field', (field, value) => {
      if (field === 'payload_json') payload = value;
    });
    form.on('error', reject);
    form.on('close', () => {
      Promise.all(files)
        .then((read) => resolve({ json: parse(payload), files: read }))
        .catch(reject);
    });
    request.on('error', reject).pipe(form);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusals.notJson();
  }
}
