/** Where the Bot API is, unless there is one of one's own. */
export const TELEGRAM = 'https://api.telegram.org';
