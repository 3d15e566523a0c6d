import { expect, openSettings, test } from './small-workspace.ts';

test('money, days, segments, bands and statuses are set, with what that does shown before it is saved', async ({
  page,
  api,
  freshServer,
}) => {
  await api.post('/companies/birch-law/alignments/web-filtering/recommendations', {
    title: 'Filter the web',
    mrr: 12_000,
  });
  await openSettings(page, freshServer.url, 'workspace', 'Workspace');
  const preview = page.getByRole('region', { name: 'If you save this' });

  await page.getByRole('button', { name: 'EUR: 1 contract does not count' }).click();
  await expect(page.getByText('Give what one EUR is worth, a number such as 1.0825').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  await page.getByLabel('What one EUR is worth in USD').fill('1.5');
  await expect(preview.getByText('Cedar Inn')).toBeVisible();
  await expect(preview.getByText(/MRR \$0\.00.*\$960\.00/)).toBeVisible();

  await page.getByRole('combobox', { name: 'Time zone' }).fill('Pacific/Kiritimati');
  await page.getByRole('option', { name: 'Pacific/Kiritimati' }).click();
  await expect(page.getByText(/^“Today” (stays|becomes) /)).toBeVisible();
  await page.getByRole('combobox', { name: 'Time zone' }).fill('UTC');
  await page.getByRole('option', { name: 'UTC', exact: true }).click();
  await expect(page.getByText('Days begin and end there')).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Harborlight');
  await page.getByLabel('Name of High value, low effort').fill('Stars');
  await page.getByLabel('An alignment is stale after').fill('90');
  await page.getByLabel('Lower bound of Aligned', { exact: true }).fill('80');
  await page.getByLabel('Name of status 2').fill('Agreed');
  await page.getByRole('button', { name: 'Take Proposed out' }).click();
  await expect(
    page.getByText('The status "Proposed" is in use; say which one takes its place.').first(),
  ).toBeVisible();
  await page.getByRole('combobox', { name: 'What takes the place of Proposed' }).click();
  await page.getByRole('option', { name: 'Declined' }).click();
  await expect(page.getByText(/^MRR \+\$960, MRR opportunity/)).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('No changes')).toBeVisible();

  expect((await api.get('/companies/cedar-inn')).mrr).toBe(96_000);
  const settings = await api.get('/workspace-settings');
  expect(settings).toMatchObject({
    name: 'Harborlight',
    alignmentStaleAfterDays: 90,
    alignmentBands: [{}, {}, { name: 'Aligned', from: 80 }],
    segments: [{ name: 'Stars' }, {}, {}, {}],
  });
  const { items } = await api.get('/recommendations?company=birch-law');
  expect(items).toMatchObject([{ status: 'Declined' }]);
  await page.getByRole('link', { name: 'Activity', exact: true }).last().click();
  await expect(
    page.getByText(/set name of the workspace settings from Harborlight IT to Harborlight/),
  ).toBeVisible();
});

test('what two administrators change at once is brought together', async ({ page, api, freshServer }) => {
  await openSettings(page, freshServer.url, 'workspace', 'Workspace');
  await page.getByLabel('High effort begins at').fill('60');
  await page.getByLabel('Name', { exact: true }).fill('Mine');
  await api.patch('/workspace-settings', { name: 'Theirs', alignmentStaleAfterDays: 30 });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/Pat Lindqvist changed the settings while you were editing/)).toBeVisible();
  await expect(page.getByLabel('An alignment is stale after')).toHaveValue('30 days');
  await page.getByRole('button', { name: 'Take theirs: Name' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('No changes')).toBeVisible();
  expect(await api.get('/workspace-settings')).toMatchObject({
    name: 'Theirs',
    effortMidpoint: 60,
    alignmentStaleAfterDays: 30,
  });
});
