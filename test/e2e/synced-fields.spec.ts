import { linkWithPsa } from './linked-psa.ts';
import { expect, test } from './small-workspace.ts';

test('what comes from a PSA is read-only and says so; what is ours can be changed', async ({
  page,
  freshServer,
}) => {
  await linkWithPsa(freshServer.dataFolder);
  const { url } = freshServer;
  await page.goto(`${url}/customers/acme-dental`);
  await expect(page.getByText('ConnectWise PSA, record 250').first()).toBeVisible();
  const psa = page.getByRole('region', { name: 'From the PSA' });
  await expect(psa).toContainText('Main, Springfield');
  await expect(psa).toContainText('1 ticket in the last 90 days, 1 open');
  await expect(psa).toContainText('Printer offline');

  await page.getByRole('button', { name: 'Edit company profile' }).click();
  const profile = page.getByRole('dialog', { name: 'Edit company profile' });
  await expect(profile.getByRole('textbox', { name: 'Name', exact: true })).not.toBeEditable();
  await expect(profile.getByRole('textbox', { name: 'Industry' })).not.toBeEditable();
  await expect(profile).toContainText('From ConnectWise PSA; change it there');
  await profile.getByRole('textbox', { name: 'Year Company Established' }).fill('1998');
  await profile.getByRole('button', { name: 'Save' }).click();
  await expect(profile).toHaveCount(0);

  await expect(page.getByRole('button', { name: 'Remove Ada Abara' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Edit Ada Abara' }).click();
  const contact = page.getByRole('dialog', { name: 'Edit contact' });
  await expect(contact.getByRole('textbox', { name: 'E-mail' })).not.toBeEditable();
  await contact.getByRole('checkbox', { name: 'Decision maker' }).check();
  await contact.getByRole('button', { name: 'Save' }).click();
  await expect(contact).toHaveCount(0);

  await page.goto(`${url}/customers/acme-dental/contracts`);
  const contracts = page.getByRole('region', { name: 'List of contracts' });
  await expect(contracts).toContainText('from ConnectWise PSA');
  await expect(page.getByRole('button', { name: 'Delete Managed services' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete Total care' })).toHaveCount(0);
  await contracts.getByRole('button', { name: 'Total care', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Add line' })).toHaveCount(0);
  await expect(contracts).toContainText('Its billing period "Every 4 weeks" is not mapped');
  await page.getByRole('button', { name: 'Edit Total care' }).click();
  const contract = page.getByRole('dialog', { name: 'Edit Total care' });
  await expect(contract.getByRole('textbox', { name: 'Name' })).not.toBeEditable();
  await contract.getByRole('checkbox', { name: 'Exclude this contract' }).check();
  await contract.getByRole('button', { name: 'Save' }).click();
  await expect(contracts).toContainText('This contract is excluded');
});
