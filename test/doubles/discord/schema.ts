import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Validate } from './validate.ts';

/** Discord's own OpenAPI document, which lies beside the repository where it is at hand. */
const DOCUMENT = fileURLToPath(
  new URL('../../../../shared/spec/discord-openapi.json', import.meta.url),
);

export const isDocumentAtHand = existsSync(DOCUMENT);

export type SchemaSource = 'document' | 'package';

const loaded = new Map<SchemaSource, Promise<Validate>>();

/**
 * Loads the schemas once a process: from the document, or from the package generated from it.
 * @param source Which of the two; the document where it is at hand unless told otherwise.
 */
export function loadSchemas(
  source: SchemaSource = isDocumentAtHand ? 'document' : 'package',
): Promise<Validate> {
  const validate = loaded.get(source) ?? load(source);
  loaded.set(source, validate);
  return validate;
}

async function load(source: SchemaSource): Promise<Validate> {
  if (source === 'package') return (await import('./schema-package.ts')).validateByPackage;
  return (await import('./schema-document.ts')).validateByDocument(DOCUMENT);
}
