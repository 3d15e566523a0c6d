import type { Session } from '../../../server/connectors/connector.ts';
import { halo } from '../../../server/connectors/halo/connector.ts';
import { openHttp } from '../../../server/connectors/http-client.ts';
import type { FakeHalo } from './fake.ts';

export const NOW = new Date('2026-11-29T10:00:00Z');
/** Thirteen months before. */
export const FROM = new Date('2025-10-29T00:00:00Z');

/** A session of the connector with a fake, whose waits pass at once. `remembered` is what the session before found out. */
export async function connectHalo(
  fake: FakeHalo,
  {
    remembered = {},
    credentials = fake.credentials,
    now = NOW,
  }: {
    readonly remembered?: Record<string, string>;
    readonly credentials?: Readonly<Record<string, string>>;
    readonly now?: Date;
  } = {},
): Promise<Session> {
  let time = now.getTime();
  const clock = {
    now: () => time,
    wait: async (ms: number) => {
      time += ms;
    },
  };
  const http = openHttp({ limits: halo.limits, allowPrivate: true, clock, timeout: 3000 });
  return halo.connect({
    credentials,
    http,
    now: () => new Date(time),
    remembered: { ...remembered },
    remember: (found) => void Object.assign(remembered, found),
  });
}
