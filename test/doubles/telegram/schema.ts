import { existsSync, readFileSync } from 'node:fs';
import { OWN_METHODS, OWN_TYPES, OWN_UNIONS } from './own-schema.ts';

export interface Field {
  readonly name: string;
  /** Any of these: `Integer`, `String`, `Array of MessageEntity` … */
  readonly types: readonly string[];
  readonly required: boolean;
  /** The only value it may have: `article` for the `type` of an article. */
  readonly literal?: string;
}

interface TypeShape {
  readonly fields: readonly Field[];
  /** Of a type that is one of several others: those. */
  readonly subtypes: readonly string[];
}

export interface MethodShape {
  readonly fields: readonly Field[];
  readonly returns: readonly string[];
}

/** What the Bot API's methods take. */
export interface Schema {
  readonly methods: ReadonlyMap<string, MethodShape>;
  readonly types: ReadonlyMap<string, TypeShape>;
}

interface Described {
  readonly fields?: readonly {
    readonly name: string;
    readonly types: readonly string[];
    readonly required: boolean;
    readonly description: string;
  }[];
  readonly subtypes?: readonly string[];
  readonly returns?: readonly string[];
}

interface Description {
  readonly methods: Readonly<Record<string, Described>>;
  readonly types: Readonly<Record<string, Described>>;
}

/** A description of the whole Bot API, beside the repository where it is at hand. */
const DESCRIPTION = new URL('../../../../shared/spec/telegram-bot-api.json', import.meta.url);

/** `whole` API from its description where that is at hand, else the `own` table of the methods used. */
export function loadSchema(prefer: 'whole' | 'own' = 'whole'): Schema {
  if (prefer === 'own' || !existsSync(DESCRIPTION)) return ownSchema();
  const { methods, types } = JSON.parse(readFileSync(DESCRIPTION, 'utf8')) as Description;
  return {
    methods: mapOf(methods, (method) => ({
      fields: fieldsOf(method),
      returns: method.returns ?? [],
    })),
    types: mapOf(types, (type) => ({ fields: fieldsOf(type), subtypes: type.subtypes ?? [] })),
  };
}

function fieldsOf(described: Described): readonly Field[] {
  return (described.fields ?? []).map(({ name, types, required, description }) => {
    const literal =
      name === 'type' || name === 'source' ? /, must be (\w+)$/.exec(description)?.[1] : undefined;
    return { name, types, required, ...(literal !== undefined && { literal }) };
  });
}

function ownSchema(): Schema {
  return {
    methods: mapOf(OWN_METHODS, ([returns, fields]) => ({
      fields: ownFields(fields),
      returns: [ownType(returns)],
    })),
    types: new Map<string, TypeShape>([
      ...mapOf(OWN_TYPES, (fields) => ({ fields: ownFields(fields), subtypes: [] })),
      ...mapOf(OWN_UNIONS, (subtypes) => ({ fields: [], subtypes })),
    ]),
  };
}

function ownFields(notation: string): readonly Field[] {
  return [...notation.matchAll(/(\w+)(\*?)([:=])(\S+)/g)].map(
    ([, name = '', star, kind, rest = '']) => ({
      name,
      required: star === '*',
      ...(kind === '='
        ? { types: ['String'], literal: rest }
        : { types: rest.split('|').map(ownType) }),
    }),
  );
}

const ownType = (type: string): string =>
  type.endsWith('[]') ? `Array of ${ownType(type.slice(0, -2))}` : type;

function mapOf<V, W>(record: Readonly<Record<string, V>>, read: (value: V) => W): Map<string, W> {
  return new Map(Object.entries(record).map(([name, value]) => [name, read(value)]));
}
