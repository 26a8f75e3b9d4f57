import type { ResponseParameters } from 'grammy/types';

/** A call that Telegram turns down: becomes `{"ok":false,"error_code":…,"description":…}` with that HTTP status. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: number;
  readonly parameters: ResponseParameters | undefined;

  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

export const badRequest = (why: string): Refusal => new Refusal(400, `Bad Request: ${why}`);
export const conflict = (why: string): Refusal => new Refusal(409, `Conflict: ${why}`);

/** The JSON body in which Telegram says no. */
export function refusalBody(refusal: Refusal): string {
  return JSON.stringify({
    ok: false,
    error_code: refusal.code,
    description: refusal.message,
    ...(refusal.parameters && { parameters: refusal.parameters }),
  });
}
