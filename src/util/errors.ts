export type ErrorCode = 'usage' | 'corpus' | 'config' | 'input' | 'platform';

/**
 * An error that a person can put right: `message` is one line that names the thing and the remedy,
 * and holds no secret.
 */
export class YuanwenError extends Error {
  override readonly name = 'YuanwenError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What a thrown value says of itself: the message of an error, anything else as text. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
