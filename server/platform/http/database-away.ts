/** SQLSTATE classes and codes that say: not now. Connection, resources, operator, serialisation, deadlock, lock wait. */
const passing = /^(08|53|57P|57014$|25P03$|40001$|40P01$|55P03$)/;

/** System errors of a connection that cannot be made or broke. */
const broken = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** What node-postgres says without a code: pool and connection time-outs, a connection lost under a query. */
const said =
  /^(timeout exceeded when trying to connect|timeout expired|Query read timeout|Connection terminated|Client has encountered a connection error)/;

/** Whether an error means that the database does not answer now, so that the same request may succeed later. */
export function databaseIsAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  const noSocket = code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect';
  return (
    noSocket ||
    broken.has(code) ||
    (/^[0-9A-Z]{5}$/.test(code) && passing.test(code)) ||
    said.test(error.message)
  );
}
