import { expect, test } from 'vitest';
import { generateTenant, TENANT_SIZES } from './tenant.ts';
import { trueMrr } from './truth.ts';

const now = new Date('2026-11-29T10:00:00Z');

test('a tenant is the same every time, holds as much as was asked for, and is worth something', () => {
  const tenant = generateTenant({ size: TENANT_SIZES.S, now, flatAmounts: true });
  expect(tenant).toEqual(generateTenant({ size: TENANT_SIZES.S, now, flatAmounts: true }));

  const { companies, contacts, contracts, tickets, timeEntries } = TENANT_SIZES.S;
  expect(tenant.companies.size).toBe(companies);
  expect(tenant.contacts.size).toBe(contacts);
  expect(tenant.contracts.size).toBe(contracts);
  expect(tenant.tickets.size).toBe(tickets);
  expect(tenant.timeEntries.size).toBe(timeEntries);

  const worth = trueMrr(tenant, '2026-11-29');
  expect(worth.size).toBeGreaterThan(30);
  expect(Math.min(...worth.values())).toBeGreaterThanOrEqual(0);
});

test('every size has what is awkward: a period that nobody knows, a line to come, one cancelled, one not billed', () => {
  for (const size of [TENANT_SIZES.XS, TENANT_SIZES.S, TENANT_SIZES.M]) {
    const { contracts, contractLines } = generateTenant({ size, now });
    const lines = [...contractLines.values()].map(({ fields }) => fields);
    expect([...contracts.values()].some(({ fields }) => fields.period?.cycle === null)).toBe(true);
    expect(lines.some(({ startOn }) => startOn! > '2026-11-29')).toBe(true);
    expect(lines.some(({ cancelledOn }) => cancelledOn !== null)).toBe(true);
    expect(lines.some(({ billable }) => !billable)).toBe(true);
  }
});
