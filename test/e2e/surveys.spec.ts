import type { Page } from '@playwright/test';
import { expectAccessibleNow } from './expect-accessible.ts';
import { expect, test } from './harborlight.ts';

/** As the tool does, which has no cookie. */
const send = async (address: string, body: object) =>
  (
    await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  ).status;
const panel = (page: Page, name: string | RegExp) => page.getByRole('region', { name });

test('an administrator lets a survey tool send its answers, says whose a waiting one is, and words the mails', async ({
  page,
  demo,
}) => {
  await page.goto('/settings/surveys');
  await page.getByRole('button', { name: 'Add survey tool' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add survey tool' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('SmileBack');
  await dialog.getByRole('button', { name: 'Make address' }).click();
  const made = page.getByRole('dialog', { name: 'Address for SmileBack' });
  const address = (await made.locator('code').textContent())!;
  expect(address).toContain(`${demo.url}/hooks/csat/`);
  const review = (id: number, company: string) => ({
    id,
    rating: 1,
    comment: `Review ${id}`,
    company: { id: 'psa-1', name: company },
    contact: { email: 'jo@nobody.example' },
  });
  for (const [id, company] of [
    [1, 'Rosewood Law Group'],
    [2, 'Rosewood Law'],
  ] as const)
    expect(await send(address, review(id, company))).toBe(200);
  await made.getByRole('link', { name: 'Test the mapping' }).click();

  // the mapping is tested on what has come
  await page.getByRole('button', { name: 'Take the last delivery' }).click();
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  const result = panel(page, 'Test on a sample').getByRole('status');
  await expect(result).toContainText('would wait for a company');
  await expect(result).toContainText('No company is known by');
  await page.getByRole('combobox', { name: 'Ticket' }).fill('ticket.number');
  await expect(page.getByRole('region', { name: 'Save' }).getByRole('status')).toHaveText(
    'Changes how its next answers are read',
  );
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Save' }).getByRole('status')).toHaveText('No changes');
  await expectAccessibleNow(page);

  await page.getByRole('link', { name: 'All surveys' }).click();
  const waiting = panel(page, /^Waiting/);
  await expect(waiting).toContainText('the name “Rosewood Law”');
  await waiting.getByRole('combobox', { name: /^Company of/ }).fill('rosewood');
  await page.getByRole('option', { name: 'Rosewood Law Group' }).click();
  await expectAccessibleNow(page);
  await waiting.getByRole('button', { name: 'Assign' }).click();
  await expect(waiting).toBeHidden();
  await expect(panel(page, 'Deliveries').getByText('Taken')).toHaveCount(2);

  const mail = panel(page, 'Survey e-mail');
  await mail.getByRole('textbox', { name: 'Text' }).fill('No link at all');
  await expect(mail.getByRole('button', { name: 'Save wording' })).toBeDisabled();
  await mail.getByRole('textbox', { name: 'Text' }).fill('Hi {name}, say it here: {link}');
  await expect(mail.getByRole('region', { name: 'As it goes out' })).toContainText(
    'Hi Mia, say it here: https://…',
  );
  await mail.getByRole('button', { name: 'Save wording' }).click();
  await mail.getByRole('button', { name: 'Back to the product’s wording' }).click();
  await expect(mail.getByRole('textbox', { name: 'Text' })).toHaveValue(/Good: \{good\}/);

  await panel(page, 'Deliveries').getByRole('link', { name: 'Rosewood Law Group' }).first().click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Review 2' })).toContainText('SmileBack');

  // an address that has ended takes nothing
  await page.goto('/settings/surveys');
  await page.getByRole('button', { name: 'Delete SmileBack' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No survey tool sends here yet')).toBeVisible();
  expect(await send(address, review(3, 'Rosewood Law Group'))).toBe(404);
});
