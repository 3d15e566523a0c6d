import { createHash } from 'node:crypto';
import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth';

/** What the database keeps of a session's token: whoever reads it can sign in as nobody. */
export function storedToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** better-auth's way to the database, with the tokens of sessions hashed on the way there and given back as they were asked for. */
export function hashSessionTokens(inner: DBAdapter): DBAdapter {
  return {
    ...inner,
    ...withHashes(inner),
    transaction: (run) => inner.transaction((tx) => run({ ...tx, ...withHashes(tx) })),
  };
}

function withHashes(
  inner: DBTransactionAdapter,
): Omit<DBTransactionAdapter, 'id' | 'createSchema' | 'options'> {
  return {
    create: <T extends Asked<'create'>['data'], R = T>(request: Asked<'create'>) =>
      through(request, (hashed) => inner.create<T, R>(hashed as Parameters<typeof inner.create<T, R>>[0])),
    findOne: <T>(request: Asked<'findOne'>) => through(request, (hashed) => inner.findOne<T>(hashed)),
    findMany: <T>(request: Asked<'findMany'>) => through(request, (hashed) => inner.findMany<T>(hashed)),
    count: (request) => through(request, inner.count),
    update: <T>(request: Asked<'update'>) => through(request, (hashed) => inner.update<T>(hashed)),
    updateMany: (request) => through(request, inner.updateMany),
    delete: (request) => through(request, inner.delete),
    deleteMany: (request) => through(request, inner.deleteMany),
    consumeOne: <T>(request: Asked<'consumeOne'>) =>
      through(request, (hashed) => inner.consumeOne<T>(hashed)),
    incrementOne: <T>(request: Asked<'incrementOne'>) =>
      through(request, (hashed) => inner.incrementOne<T>(hashed)),
  };
}

type Method = Exclude<keyof DBTransactionAdapter, 'id' | 'createSchema' | 'options'>;
type Asked<Name extends Method> = Parameters<DBTransactionAdapter[Name]>[0];

interface Request {
  readonly model: string;
  where?: Where[] | undefined;
  data?: object;
  update?: object;
}

async function through<Given extends Request, Answer>(
  request: Given,
  run: (request: Given) => Promise<Answer>,
): Promise<Answer> {
  if (request.model !== 'session') return run(request);
  const tokens = new Map<string, string>();
  const hash = (token: string) => {
    const stored = storedToken(token);
    tokens.set(stored, token);
    return stored;
  };
  const answer = await run({
    ...request,
    ...(request.where ? { where: request.where.map((clause) => hashedClause(clause, hash)) } : {}),
    ...(request.data ? { data: withToken(request.data, hash) } : {}),
    ...(request.update ? { update: withToken(request.update, hash) } : {}),
  });
  const asAsked = (stored: string) => tokens.get(stored) ?? stored;
  return (
    Array.isArray(answer) ? answer.map((row) => withToken(row, asAsked)) : withToken(answer, asAsked)
  ) as Answer;
}

function hashedClause(clause: Where, hash: (token: string) => string): Where {
  const { field, value } = clause;
  if (field !== 'token') return clause;
  if (Array.isArray(value)) return { ...clause, value: value.map((token) => hash(String(token))) };
  return { ...clause, value: hash(String(value)) };
}

function withToken<Row>(row: Row, replace: (token: string) => string): Row {
  if (typeof row !== 'object' || row === null || !('token' in row)) return row;
  return { ...row, token: replace(String(row.token)) };
}
