import type { Problem } from './problems.ts';

/** Checks a body against a schema of Discord's, by its name in `components.schemas`. */
export type Validate = (schema: string, body: unknown) => readonly Problem[];
