import type { FastifyRequest } from 'fastify';
import { Refusal } from './refusal.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that another site's page makes a browser send (CSRF). A browser says where a request comes from in
 * Sec-Fetch-Site and Origin; a request that carries a cookie and says neither is refused too, as only old browsers and
 * careless scripts send such (scripts have API keys). `home` is the public address, where a proxy rewrites Host.
 */
export function requireSameOrigin(request: FastifyRequest, home: string | null): void {
  if (reading.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const own = [request.host, ...(home === null ? [] : [new URL(home).host])].map(withoutDefaultPort);
  const sameOrigin =
    origin === undefined
      ? site === 'same-origin' || (site === undefined && request.headers.cookie === undefined)
      : (site === undefined || site === 'same-origin') &&
        hostOf(origin) !== '' &&
        own.includes(hostOf(origin));
  if (!sameOrigin) throw new Refusal('forbidden', 'This change was sent by a page of another site.');
}

/** Empty for "null", which sandboxed and redirected pages send. */
function hostOf(origin: string): string {
  return URL.canParse(origin) ? withoutDefaultPort(new URL(origin).host) : '';
}

function withoutDefaultPort(host: string): string {
  return host.replace(/:(80|443)$/, '');
}
