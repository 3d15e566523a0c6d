import {
  type Connector,
  ConnectorProblem,
  type Page,
  type Permission,
  type ReadRequest,
} from '../connector.ts';
import { openSmileBack, type SmileBackClient } from './client.ts';
import { firstReview, pageOfReviews } from './review.ts';

/** CSAT reviews by SmileBack's Data Replication API, version 3.3. */
export const smileBack: Connector = {
  vendor: 'smileback',
  name: 'SmileBack',
  credentials: [
    {
      name: 'clientId',
      label: 'Client ID',
      help: 'Of the Data Replication API; SmileBack hands it out on request',
      secret: false,
    },
    { name: 'clientSecret', label: 'Client secret', help: 'Handed out with the client ID', secret: true },
    {
      name: 'username',
      label: 'E-mail address of the account',
      help: 'Of a user with the privilege "Account Administrative"',
      secret: false,
    },
    { name: 'password', label: 'Password of the account', help: 'Of the same user', secret: true },
    {
      name: 'address',
      label: 'Address',
      help: 'Leave it empty for https://app.smileback.io',
      secret: false,
      optional: true,
    },
  ],
  limits: { concurrency: 1, perMinute: 90 },
  kinds: ['surveys'],
  incremental: ['surveys'],
  connect: async (access) => {
    const client = openSmileBack(access);
    return {
      read: (_, request) => readReviews(client, request),
      test: () => probe(client),
      sample: async () => firstReview(await client.reviews({ limit: 1 })),
    };
  },
  hooks: null,
};

const PAGE_SIZE = 100;

async function readReviews(client: SmileBackClient, { since, from, cursor }: ReadRequest): Promise<Page> {
  const place = cursor === null ? {} : (JSON.parse(cursor) as Record<string, string>);
  const query = { limit: PAGE_SIZE, modified_since: (since ?? from).toISOString(), include_unrated: true };
  const page = pageOfReviews(await client.reviews({ ...query, ...place }), since === null);
  return { ...page, next: nextPlace(page.next, cursor) };
}

/** Only what the address of the next page asks for is taken from it, never where it leads. */
function nextPlace(next: string | null, before: string | null): string | null {
  if (next === null || !URL.canParse(next)) return null;
  const place = JSON.stringify(Object.fromEntries(new URL(next).searchParams));
  return place === before ? null : place;
}

async function probe(client: SmileBackClient): Promise<readonly Permission[]> {
  try {
    await client.signIn();
  } catch (problem) {
    return [{ kind: 'sign in', allowed: false, message: wordsOf(problem) }];
  }
  const signedIn = { kind: 'sign in', allowed: true, message: 'Signed in.' } as const;
  try {
    await client.reviews({ limit: 1 });
    return [signedIn, { kind: 'surveys', allowed: true, message: 'Can be read.' }];
  } catch (problem) {
    return [signedIn, { kind: 'surveys', allowed: false, message: wordsOf(problem) }];
  }
}

function wordsOf(problem: unknown): string {
  if (problem instanceof ConnectorProblem) return problem.message;
  throw problem;
}
