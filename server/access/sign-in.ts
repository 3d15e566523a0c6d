import { kyselyAdapter } from '@better-auth/kysely-adapter';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import type { Database } from '../platform/database/database.ts';
import { deriveKey } from '../platform/secret.ts';
import { hashSessionTokens } from './session-tokens.ts';

/** Set by us on each request that is handed to better-auth, whatever the client sent under this name. */
export const CLIENT_ADDRESS = 'x-quarterdeck-client';

const day = 86_400;

/** How long a session lasts without being used, and how old it must be to be prolonged by use. Seconds. */
export const SESSION = { expiresIn: 7 * day, updateAge: day } as const;

/** Sign-in with e-mail and password, by better-auth on our tables. `cookie` is the name of the session cookie. */
export interface SignIn {
  readonly auth: ReturnType<typeof makeAuth>;
  readonly cookie: { readonly name: string; readonly secure: boolean };
  /** Signs the session's token in the cookie. */
  readonly key: string;
}

/** Cookies are for https only where the public address is. */
export function openSignIn(database: Database, secret: string, url: string | null): SignIn {
  const key = deriveKey(secret, 'sessions').toString('base64url');
  const secure = url?.startsWith('https://') ?? false;
  return {
    auth: makeAuth(database, key, url),
    cookie: { name: `${secure ? '__Secure-' : ''}quarterdeck.session_token`, secure },
    key,
  };
}

/**
 * Accounts are made by invitation only. What other sites' pages send is refused before it gets here, and tries are
 * limited there as well, so better-auth's own checks of both are off.
 */
function makeAuth(database: Database, key: string, url: string | null) {
  return betterAuth({
    appName: 'Quarterdeck',
    baseURL: url ?? 'http://localhost',
    basePath: '/api/auth',
    secret: key,
    database: (options: BetterAuthOptions) =>
      hashSessionTokens(kyselyAdapter(database.kysely, { type: 'postgres' })(options)),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 256 },
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', ...SESSION, freshAge: 0, disableSessionRefresh: true },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    advanced: {
      cookiePrefix: 'quarterdeck',
      useSecureCookies: url?.startsWith('https://') ?? false,
      disableCSRFCheck: true,
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
      database: { validateSchema: false },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // what is no answer of its own, such as a lost database, is ours to answer
    onAPIError: { throw: true },
  });
}
