import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BULLETIN_URL, PUBLISHED_BULLETIN } from '../../helpers/chat.ts';
import { HOSTILE, YEARS } from './articles.ts';
import { type RunningPage, servePage } from './running.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly required?: boolean;
  readonly schema: {
    readonly type?: string;
    readonly enum?: readonly string[];
    readonly pattern?: string;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly minLength?: number;
    readonly maxLength?: number;
  };
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}
interface Run {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
/** What is looked at of the bodies of replies. */
interface Body {
  readonly outcome?: string;
  readonly lead?: string;
  readonly figures?: readonly object[];
  readonly passages?: readonly Run[];
  readonly alternatives?: readonly Run[];
  readonly body?: readonly { readonly text: string }[];
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  readonly components: { readonly schemas: object };
}

/** Questions whose replies have fields that others lack. */
const ASKED = {
  outline: '《滨江新区2022年水务公报》',
  unsure: '滨江新区的水？',
  reckoned: '青江市2020年技术合同成交额比2019年少多少？',
} as const;

/** Values that the document allows, and some that it does not. */
function valuesOf({ schema }: Parameter): fc.Arbitrary<string> {
  const { type, minimum = -5, maximum = 5, minLength = 0, maxLength = 40 } = schema;
  const allowed =
    schema.enum !== undefined
      ? fc.constantFrom(...schema.enum)
      : type === 'integer' || type === 'number'
        ? fc.integer({ min: minimum, max: maximum }).map(String)
        : schema.pattern !== undefined
          ? fc.stringMatching(new RegExp(schema.pattern))
          : fc.oneof(
              fc.string({ minLength, maxLength: Math.min(maxLength, 40), unit: 'grapheme' }),
              fc.constantFrom(
                '成交额',
                '青江市技术合同成交额 2022',
                '2022年',
                '元',
                '供水总量是多少？',
                ...Object.values(ASKED),
                'years',
              ),
            );
  const hostile = fc.constantFrom(
    '',
    '../../etc/passwd',
    '<script>alert(1)</script>',
    "' OR 1=1 --",
    '\u0000',
    '{{7*7}}',
    '-1',
    '99999999999999999999',
    'a'.repeat(3000),
    '()*+[]{}^$|\\',
  );
  return fc.oneof({ weight: 4, arbitrary: allowed }, { weight: 1, arbitrary: hostile });
}

describe('the JSON API', () => {
  let served: RunningPage;
  let document: Document;
  beforeAll(async () => {
    served = await servePage({
      'bulletin.txt': PUBLISHED_BULLETIN,
      'years.txt': YEARS,
      'hostile.txt': HOSTILE,
    });
    document = (await (await get('/openapi.json')).json()) as Document;
  });
  afterAll(() => served.stop());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${served.address}/api${path}`, { headers });

  const bodyOf = async (path: string) => (await (await get(path)).json()) as Body;

  it('is described by an OpenAPI document with all that it does', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).sort()).toEqual([
      '/articles',
      '/articles/{id}',
      '/ask',
      '/figures',
    ]);
  });

  it.each([
    '/articles',
    '/articles/{id}',
    '/ask',
    '/figures',
  ])('%s answers as the document says, whatever is asked', async (path) => {
    const operation = document.paths[path]?.get;
    if (operation === undefined) throw new Error('it is not in the document');
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema({ $id: 'doc', components: document.components });
    const checks = new Map(
      Object.entries(operation.responses).map(([status, { content }]) => {
        const schema = JSON.stringify(content['application/json']?.schema);
        return [Number(status), ajv.compile(JSON.parse(schema.replaceAll('"#/', '"doc#/')))];
      }),
    );
    const parameters = operation.parameters ?? [];
    const request = fc.record(
      Object.fromEntries(parameters.map((one) => [one.name, valuesOf(one)])),
      { requiredKeys: parameters.filter((one) => one.in === 'path').map(({ name }) => name) },
    );
    const seen = new Set<number>();
    let person = 0;
    await fc.assert(
      fc.asyncProperty(request, async (values) => {
        const inPath = (name: string) => encodeURIComponent(values[name] || 'years');
        const query = Object.entries(values).filter(([name]) => !path.includes(`{${name}}`));
        const at = path.replace(/\{(\w+)\}/g, (_, name: string) => inPath(name));
        person += 1;
        const response = await get(`${at}?${new URLSearchParams(query)}`, {
          'x-forwarded-for': `10.0.${person >> 8}.${person & 255}`,
        });
        seen.add(response.status);
        const body: unknown = await response.json();
        const check = checks.get(response.status);
        if (check === undefined) throw new Error(`${response.status} is not in the document`);
        if (!check(body)) throw new Error(JSON.stringify(check.errors));
      }),
      { numRuns: 60 },
    );
    expect(seen).toContain(200);
  });

  it.each([
    '/nothing',
    '/',
    '/articles/none/more',
  ])('says in JSON that there is no such address: %s', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(await answer.json()).toEqual({ error: 'there is no such address' });
  });

  it('gives replies and figures verbatim', async () => {
    const reply = await bodyOf(`/ask?${new URLSearchParams({ q: '新建了几座水厂？' })}`);
    expect(reply).toMatchObject({ outcome: 'answered', lead: expect.stringContaining('4座') });
    expect(PUBLISHED_BULLETIN).toContain(reply.lead);
    const { figures } = await bodyOf('/figures?words=青江市技术合同成交额&year=2022');
    expect(figures).toMatchObject([{ text: '超268亿元', qualifier: 'over', period: '2022' }]);
    const { body } = await bodyOf('/articles/years');
    expect(body?.[0]?.text).toBe('2017年，青江市技术合同成交额180亿元。');
  });

  it('says of a reply all that a chat shows by', async () => {
    const ask = (q: string) => bodyOf(`/ask?${new URLSearchParams({ q })}`);
    expect(await ask(ASKED.outline)).toMatchObject({ outcome: 'answered', layout: 'outline' });
    expect(await ask(ASKED.reckoned)).toMatchObject({
      certainty: 'sure',
      chosenBy: 'rules',
      reckoned: true,
      notice: expect.stringContaining('11.6亿元'),
    });
    const unsure = await ask(ASKED.unsure);
    expect(unsure).toMatchObject({ certainty: 'unsure' });
    const { alternatives = [], passages = [] } = unsure;
    expect(alternatives.length).toBe(2);
    for (const passage of [...alternatives, ...passages]) {
      const { text, start, end } = passage;
      expect(PUBLISHED_BULLETIN.slice(start, end)).toBe(text);
      expect(passage).toMatchObject({
        date: '2023-04-22',
        source: '滨江日报',
        url: BULLETIN_URL,
        address: expect.stringMatching(/^\/a\/bulletin@/),
      });
    }
  });

  it('takes turns that share a conversation for one', async () => {
    const ask = (q: string) =>
      bodyOf(`/ask?${new URLSearchParams({ q, conversation: 'conversation-1' })}`);
    await ask('2018年青江市技术合同成交额是多少？');
    expect((await ask('2019年呢？')).lead).toContain('231亿元');
  });

  it('says after how long to come again, to whom alone asks too much', async () => {
    const from = (person: string) =>
      get(`/ask?q=${encodeURIComponent('谁？')}`, { 'x-forwarded-for': person });
    const statuses: number[] = [];
    for (let i = 0; i < 31; i++) statuses.push((await from('203.0.113.7')).status);
    expect(statuses.slice(0, 30)).toEqual(Array(30).fill(200));
    expect(statuses[30]).toBe(429);
    expect(Number((await from('203.0.113.7')).headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await from('203.0.113.8')).status).toBe(200);
    // of an IPv6 address the network counts
    for (let i = 0; i < 30; i++) await from(`2001:db8::${i.toString(16)}`);
    expect((await from('2001:db8::ffff:1')).status).toBe(429);
  });

  it('may be read by pages of no other site', async () => {
    const response = await get('/articles', { origin: 'https://elsewhere.example' });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

it('may be read by pages of the sites that are set', async () => {
  const served = await servePage({ 'years.txt': YEARS }, { origins: ['https://ours.example'] });
  const allowed = async (origin: string) =>
    (await fetch(`${served.address}/api/articles`, { headers: { origin } })).headers.get(
      'access-control-allow-origin',
    );
  expect(await allowed('https://ours.example')).toBe('https://ours.example');
  expect(await allowed('https://elsewhere.example')).toBeNull();
  await served.stop();
});
