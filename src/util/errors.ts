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
