import { expect, type Page } from '@playwright/test';
import type { RunningServer } from './server.ts';

/** Asks the API to make something, in the name of whoever is signed in on the page; resolves to its answer. */
export const post = (page: Page, server: RunningServer, path: string, data?: object) =>
  send(page, server, 'POST', path, data);

/** Asks the API to change something, in the name of whoever is signed in on the page; resolves to its answer. */
export const patch = (page: Page, server: RunningServer, path: string, data: object) =>
  send(page, server, 'PATCH', path, data);

async function send(
  page: Page,
  { url }: RunningServer,
  method: 'POST' | 'PATCH',
  path: string,
  data: object | undefined,
) {
  const answer = await page.request.fetch(`${url}/api/v1${path}`, {
    method,
    headers: { origin: url },
    ...(data === undefined ? {} : { data }),
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
}
