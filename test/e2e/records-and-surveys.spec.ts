import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessibleNow } from './expect-accessible.ts';
import { expect, test } from './harborlight.ts';

const company = '/customers/rosewood-law-group';
const panel = (page: Page, name: RegExp) => page.getByRole('region', { name });

test('a planned vCIO meeting gets its records as files and links, and says what is still missing', async ({
  page,
}) => {
  await page.goto(`${company}/records`);
  const planned = panel(page, /^vCIO meeting, .* \(planned\)$/);
  // it was assessed in time
  await expect(planned.getByText('Missing')).toHaveCount(3);

  const deck = {
    name: 'Q4 review ✨.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n%%EOF\n'),
  };
  await planned.getByLabel('File for Slide deck').setInputFiles(deck);
  await expect(planned.getByText('Missing')).toHaveCount(2);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    planned.getByRole('link', { name: deck.name }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(deck.name);
  expect(await readFile(await download.path())).toEqual(deck.buffer);

  const page1 = { name: 'report.csv', mimeType: 'text/csv', buffer: Buffer.from('<svg onload=alert(1)>') };
  await planned.getByLabel('File for Service desk metrics').setInputFiles(page1);
  await expect(planned.getByRole('alert')).toContainText('is not CSV');

  await planned.getByRole('button', { name: 'Link Hardware warranty report' }).click();
  const dialog = page.getByRole('dialog', { name: 'Link: Hardware warranty report' });
  await dialog.getByLabel('Address').fill('http://app.scalepad.example/r');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Expected an address that begins with https://')).toBeVisible();
  await dialog.getByLabel('Address').fill('https://app.scalepad.example/r');
  await page.keyboard.press('Enter');
  const link = planned.getByRole('link', { name: 'app.scalepad.example' });
  await expect(link).toHaveAttribute('rel', 'noreferrer noopener');
  await expect(planned.getByText('Missing')).toHaveCount(1);

  await planned.getByRole('button', { name: `Remove ${deck.name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(planned.getByText('Missing')).toHaveCount(2);
});

test('an administrator says which meetings require what', async ({ page }) => {
  await page.goto('/settings/meeting-records');
  await page.getByLabel('Assessment for ICE meeting').check();
  await expect(page.getByRole('status')).toHaveText('Changes 1 kind of meeting');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toHaveText('No changes');
  await page.reload();
  await expect(page.getByLabel('Assessment for ICE meeting')).toBeChecked();
});

test('a client answers by one click from the mail, without JavaScript, and it stands on the company’s page', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto(`${company}/satisfaction`);
  await page.getByRole('button', { name: 'Ask for feedback' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ask for feedback' });
  await dialog.getByRole('combobox', { name: 'Who is asked' }).click();
  await page.getByRole('option').first().click();
  await dialog.getByRole('textbox', { name: 'About' }).fill('Ticket 4711');
  await dialog.getByRole('button', { name: 'Make survey link' }).click();
  const mail = await page.getByRole('textbox', { name: 'E-mail to paste' }).inputValue();
  const [, good = ''] = /Good: (\S+)/.exec(mail) ?? [];
  expect(good).toContain('?answer=positive');
  await page.getByRole('button', { name: 'Done' }).click();

  const at = { ...(baseURL ? { baseURL } : {}), storageState: { cookies: [], origins: [] } };
  const client = await browser.newContext({ ...at, javaScriptEnabled: false });
  const survey = await client.newPage();
  await survey.goto(good);
  await expect(survey.getByRole('radio', { name: 'Good' })).toBeChecked();
  await survey.getByLabel('Comment (optional)').fill('Fast and friendly.');
  await survey.getByRole('button', { name: 'Send' }).click();
  await expect(survey.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  await expect(survey.getByText('You answered: Good.')).toBeVisible();
  await survey.getByLabel('Comment (optional)').fill('Very fast and friendly.');
  await survey.getByRole('button', { name: 'Change comment' }).click();
  await survey.goto(good.replace('positive', 'negative'));
  await expect(survey.getByText('You answered: Good.')).toBeVisible();
  await client.close();

  await page.reload();
  const response = page.getByRole('listitem').filter({ hasText: 'Very fast and friendly.' });
  await expect(response).toContainText('Positive');
  await expect(response).toContainText('Ticket 4711');
  await expect(page.getByText(/^Answered /)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the survey’s page in ${colorScheme} has nothing that stands in anybody’s way, on a phone too`, async ({
    page,
    browser,
    demo,
  }) => {
    const made = await page.request.post(`${demo.url}/api/v1/companies/rosewood-law-group/surveys`, {
      headers: { origin: demo.url },
      data: { about: 'Ticket 12' },
    });
    const { link } = await made.json();
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 360, height: 740 },
      storageState: { cookies: [], origins: [] },
      bypassCSP: true,
    });
    const survey = await context.newPage();
    await survey.goto(`${link}?answer=neutral`);
    await expectAccessibleNow(survey);
    expect(await survey.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await survey.getByRole('radio', { name: 'So-so' }).press('ArrowRight');
    await survey.getByRole('button', { name: 'Send' }).press('Enter');
    await expect(survey.getByText('You answered: Bad.')).toBeVisible();
    await expectAccessibleNow(survey);
    await context.close();
  });
