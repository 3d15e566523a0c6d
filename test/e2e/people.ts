import { type Browser, expect, type Page, request } from '@playwright/test';
import type { RunningServer } from './server.ts';

/** A user beside the administrator, in groups by their ids; without any they see no company. */
export interface Person {
  readonly name: string;
  readonly role: 'admin' | 'member' | 'viewer';
  readonly securityGroups?: readonly string[];
  readonly accountGroups?: readonly string[];
}

const password = 'another long passphrase';

/** Adds a user and gives a page of theirs, in a browser context of its own. Close the context with `page.context().close()`. */
export async function pageOf(browser: Browser, server: RunningServer, person: Person): Promise<Page> {
  const { name, role, securityGroups = ['all'], accountGroups = ['all'] } = person;
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@harborlight.example`;
  const groups = [
    ...securityGroups.flatMap((group) => ['--security-group', group]),
    ...accountGroups.flatMap((group) => ['--account-group', group]),
  ];
  const added = await server.quarterdeck(
    ['user', 'add', '--email', email, '--name', name, '--role', role, ...groups, '--password-stdin'],
    `${password}\n`,
  );
  expect(added.code, added.stderr).toBe(0);
  const api = await request.newContext({ baseURL: server.url, extraHTTPHeaders: { origin: server.url } });
  const signedIn = await api.post('/api/auth/sign-in/email', { data: { email, password } });
  expect(signedIn.ok(), await signedIn.text()).toBe(true);
  const context = await browser.newContext({ baseURL: server.url, storageState: await api.storageState() });
  await api.dispose();
  return context.newPage();
}
