/**
 * Classes and codes of PostgreSQL's errors that say that the server is not to be reached, or not now:
 * connections lost, no room for more, shutting down, starting up, a primary that became a standby, and a
 * transaction that was left alone for so long that its connection was ended.
 */
const SERVER_AWAY = /^(?:08...|53300|57P0[1-5]|25006|25P03)$/;
/** Codes of Node's errors of a connection. */
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
]);
/** What `pg` says where a connection ends, or none is to be had in time; such errors have no code. */
const LOST =
  /^(?:Connection terminated|Client has encountered a connection error|Client was closed|timeout e|timeout expired|Query read timeout|Connection ended)/;

/**
 * Whether a failure says that the database cannot be reached at present, so that the same may succeed
 * later; anything else is a fault of the statement.
 */
export function isAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isAway);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return SERVER_AWAY.test(code) || NETWORK.has(code) || LOST.test(error.message);
}
