import type { Browser, Page } from '@playwright/test';
import { post } from './post.ts';
import type { RunningServer } from './server.ts';

interface NewUser {
  readonly name: string;
  readonly role: 'admin' | 'member' | 'viewer';
  /** Ids; by default those of all companies. */
  readonly securityGroups?: readonly string[];
  readonly accountGroups?: readonly string[];
}

/** Adds a user, and signs them in in a browser of their own; resolves to its page. */
export async function anotherUser(
  browser: Browser,
  server: RunningServer,
  admin: Page,
  { name, role, securityGroups = ['all'], accountGroups = ['all'] }: NewUser,
): Promise<Page> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@harborlight.example`;
  const groups = { securityGroups, accountGroups };
  const user = await post(admin, server, '/users', { name, email, role, ...groups });
  const { link } = await post(admin, server, `/users/${encodeURIComponent(user.id)}/invitation`);
  const context = await browser.newContext({
    baseURL: server.url,
    storageState: { cookies: [], origins: [] },
  });
  const page = await context.newPage();
  await page.goto(new URL(link).pathname);
  await page.getByLabel('Password', { exact: true }).fill('another long passphrase');
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  // home, or the dashboard of who sees no company
  await page.waitForURL(({ pathname }) => pathname === '/' || pathname === '/dashboard');
  return page;
}
