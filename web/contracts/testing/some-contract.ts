import type { Contract } from '../../../contract/contracts.ts';

/** A contract as the API answers it, in force, with what a test says of it. */
export const someContract = (fields: Partial<Contract> = {}): Contract => ({
  id: 'backup',
  company: 'acme',
  name: 'Backup',
  vendor: null,
  status: 'active',
  start: null,
  end: null,
  cycle: null,
  amount: 10_000,
  currency: null,
  exchangeRate: '1',
  revenueFrom: null,
  excluded: false,
  unmappedCycle: null,
  source: 'manual',
  mrr: 10_000,
  oneTime: 0,
  counts: true,
  reason: 'In force',
  counted: { from: 'header', reason: 'It has an amount and no recurring line' },
  header: null,
  lines: [],
  etag: '"1"',
  ...fields,
});
