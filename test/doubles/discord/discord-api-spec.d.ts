/** The package ships its zod schemas without types: each export is one, named `<Schema>Schema`. */
declare module 'discord-api-spec/zod' {
  const schemas: Record<string, import('zod').ZodType>;
  export = schemas;
}
