import { pino } from 'pino';
import type { Config } from './settings.ts';

export type Log = pino.Logger;

const REDACTED = '[secret]';

/**
 * Writes JSON lines to standard error. Whatever is logged, no line ever holds one of `secrets`,
 * not even inside the message of somebody else's error.
 */
export function createLog(
  { logLevel }: Pick<Config, 'logLevel'>,
  secrets: readonly string[],
  write: (line: string) => void = (line) => process.stderr.write(line),
): Log {
  const redact = redactor(secrets);
  return pino(
    {
      level: logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
    },
    { write: (line: string) => write(redact(line)) },
  );
}

/** Replaces each secret, as it is and as it stands in an address or in JSON. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  return (text) => forms.reduce((clean, form) => clean.replaceAll(form, REDACTED), text);
}

/**
 * What is worth knowing of an error: its kind, message and code, and those of its causes. Errors
 * of the platforms' libraries also hold requests, with tokens and people's messages: left out.
 */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message } = error;
  const code = 'code' in error ? error.code : undefined;
  const cause = error.cause ?? ('error' in error ? error.error : undefined);
  return {
    name,
    message,
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(cause instanceof Error && { cause: describeError(cause) }),
  };
}
