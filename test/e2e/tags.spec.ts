import { expect, openSettings, test } from './small-workspace.ts';

test('tags are renamed, merged and deleted everywhere, with the consequences shown first', async ({
  page,
  api,
  freshServer,
}) => {
  await api.post('/saved-views', { name: 'Lawyers', search: 'tag=Legal' });
  await openSettings(page, freshServer.url, 'tags', 'Tags');
  const row = (tag: string) => page.getByRole('row', { name: new RegExp(`^${tag} `) });
  await expect(row('Legal')).toContainText('Mail archive, Web filtering');

  await page.getByRole('button', { name: 'Rename Legal' }).click();
  const rename = page.getByRole('dialog', { name: 'Rename the tag Legal' });
  await rename.getByLabel('New name').fill('Law');
  await expect(rename.getByText('1 company and 2 stack items carry it')).toBeVisible();
  await expect(rename.getByText('Nothing moves.')).toBeVisible();
  await rename.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(row('Law')).toBeVisible();
  await expect(row('Legal')).toHaveCount(0);
  expect((await api.get('/saved-views')).items).toMatchObject([{ search: 'tag=Law' }]);

  await page.getByRole('button', { name: 'Merge Dental into another tag' }).click();
  const merge = page.getByRole('dialog', { name: 'Merge the tag Dental' });
  await merge.getByRole('combobox', { name: 'Into' }).click();
  await page.getByRole('option', { name: 'Law' }).click();
  await merge.getByText('1 cell becomes applicable').click();
  await expect(merge.getByText('Acme Dental: Mail archive')).toBeVisible();
  await expect(merge.getByText(/^MRR opportunity \+\$30\./)).toBeVisible();
  await merge.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(row('Dental')).toHaveCount(0);
  expect(await api.get('/companies/acme-dental')).toMatchObject({ tags: ['Law'], mrrOpportunity: 8000 });

  await page.getByRole('button', { name: 'Delete Law' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete the tag Law' });
  await expect(dialog.getByText('4 cells are no longer applicable')).toBeVisible();
  await expect(dialog.getByText(/^MRR opportunity −\$160\./)).toBeVisible();
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'There are no tags yet' })).toBeVisible();
  expect((await api.get('/companies/acme-dental')).mrrOpportunity).toBe(0);
});
