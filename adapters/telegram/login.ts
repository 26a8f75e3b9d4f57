import { GrammyError } from 'grammy';
import { YuanwenError } from '../../src/errors.ts';

/** The error to stop with when Telegram will not work with us whatever we try; else undefined. */
export function refusedLogin(error: unknown): YuanwenError | undefined {
  if (!(error instanceof GrammyError)) return undefined;
  const stop = (message: string) => new YuanwenError('platform', `Telegram: ${message}`);
  switch (error.error_code) {
    case 401:
    case 404:
      return stop('the token is not accepted: set TELEGRAM_TOKEN to the one that @BotFather gave.');
    case 409:
      return /webhook/i.test(error.description)
        ? stop(
            'a webhook is set for this bot: set TELEGRAM_WEBHOOK_URL to go on with it, or call deleteWebhook to poll.',
          )
        : stop(
            'another process polls with this token: stop it, or use a token of its own for each.',
          );
    default:
      return undefined;
  }
}
