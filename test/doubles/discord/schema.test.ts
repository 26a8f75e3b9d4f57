import { describe, expect, it } from 'vitest';
import { errorTree } from './problems.ts';
import { isDocumentAtHand, loadSchemas, type SchemaSource } from './schema.ts';

const SOURCES: readonly SchemaSource[] = isDocumentAtHand ? ['document', 'package'] : ['package'];

describe.each(SOURCES)('schemas of the %s', (source) => {
  it('take what is right', async () => {
    const validate = await loadSchemas(source);
    const allowed_mentions = { parse: [], replied_user: false };
    const body = { content: '问', nonce: '1', enforce_nonce: true, allowed_mentions };
    expect(validate('MessageCreateRequest', body)).toEqual([]);
  });

  it('tell where and why a body is wrong, in the branch of a union that is meant', async () => {
    const validate = await loadSchemas(source);
    const button = { type: 2, style: 1, custom_id: 'x', label: 'a'.repeat(81) };
    const body = {
      content: 5,
      embeds: [{ title: 'a'.repeat(257) }],
      components: [{ type: 1, components: [button] }],
      message_reference: {},
    };
    const wrong = (code: string) => ({ _errors: [expect.objectContaining({ code })] });
    expect(errorTree(validate('MessageCreateRequest', body))).toEqual({
      content: wrong('BASE_TYPE_BAD_TYPE'),
      embeds: { 0: { title: wrong('BASE_TYPE_MAX_LENGTH') } },
      components: { 0: { components: { 0: { label: wrong('BASE_TYPE_MAX_LENGTH') } } } },
      message_reference: { message_id: wrong('BASE_TYPE_REQUIRED') },
    });
  });
});
