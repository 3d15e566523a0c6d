import type { RecordKind } from '../../../domain/sync/records.ts';
import { autotask } from '../../../server/connectors/autotask/connector.ts';
import type { Session } from '../../../server/connectors/connector.ts';
import { openHttp } from '../../../server/connectors/http-client.ts';
import { emptyMirror, type Mirror, readRun } from '../mirror.ts';
import { generateTenant, TENANT_SIZES, type Tenant } from '../tenant.ts';
import { type FakeAutotask, type FakeOptions, startAutotask } from './fake.ts';

export const NOW = new Date('2026-11-29T10:00:00Z');
export const TODAY = '2026-11-29';
export const FROM = new Date('2025-10-29T00:00:00Z');

export interface Opened {
  readonly tenant: Tenant;
  readonly fake: FakeAutotask;
  /** A session that waits for nothing, and remembers what earlier ones found out. */
  open(credentials?: Readonly<Record<string, string>>): Promise<Session>;
}

export interface OpenOptions extends Partial<FakeOptions> {
  readonly size?: keyof typeof TENANT_SIZES;
  /** Milliseconds for one call. */
  readonly timeout?: number;
}

const fakes: FakeAutotask[] = [];

export async function closeAutotasks(): Promise<void> {
  for (const fake of fakes.splice(0)) await fake.close();
}

/** A fake with a tenant, and sessions of the connector with it. */
export async function openAutotask({
  size = 'XS',
  timeout = 30_000,
  ...options
}: OpenOptions = {}): Promise<Opened> {
  const tenant = options.tenant ?? generateTenant({ size: TENANT_SIZES[size], now: NOW });
  const fake = await startAutotask({ now: NOW, ...options, tenant });
  fakes.push(fake);
  let remembered: Readonly<Record<string, string>> = {};
  let time = NOW.getTime();
  const clock = {
    now: () => time,
    wait: async (ms: number) => {
      time += ms;
    },
  };
  return {
    tenant,
    fake,
    open: (credentials = {}) =>
      autotask.connect({
        credentials: { ...fake.credentials, ...credentials },
        http: openHttp({ limits: autotask.limits, allowPrivate: true, timeout, clock }),
        now: () => NOW,
        remembered,
        remember: (found) => {
          remembered = found;
        },
      }),
  };
}

export async function readFull({ open }: Opened, mirror = emptyMirror()): Promise<Mirror> {
  await readRun(mirror, autotask, await open(), { since: null, from: FROM });
  return mirror;
}

/** The fields of a kind by id. */
export const fieldsOf = (mirror: Mirror, kind: RecordKind) =>
  new Map([...mirror.records[kind]].map(([id, { fields }]) => [id, fields]));
