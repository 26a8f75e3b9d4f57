import { pino } from 'pino';
import type { Config } from './settings.ts';

export type Log = pino.Logger;

const REDACTED = '[secret]';

/**
 * A log of JSON lines on standard error. No line ever holds one of `secrets`, not even inside the
 * message of a library's error.
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

/** Replaces each secret, as it is and as an address or JSON escapes it. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  return (text) => forms.reduce((clean, form) => clean.replaceAll(form, REDACTED), text);
}

/**
 * The loggable part of an error: its kind, message and code, and those of its causes. The requests
 * that the platforms' libraries put into errors are left out, as they hold tokens and people's
 * messages.
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
