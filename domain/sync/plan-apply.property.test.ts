import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generateTenant, TENANT_SIZES, type Tenant } from '../../test/psa/tenant.ts';
import { trueMrr } from '../../test/psa/truth.ts';
import type { ApplyInput, Mirror } from './apply/input.ts';
import { planApply } from './plan-apply.ts';
import { RECORD_KINDS, type RecordKind } from './records.ts';
import { carriedOut } from './testing/carried-out.ts';
import { applyInput } from './testing/some-records.ts';

const NOW = new Date('2026-11-30T12:00:00Z');
const CYCLES = ['weekly', 'biweekly', 'monthly', 'bimonthly', 'quarterly', 'annual', 'triennial'] as const;

/** What makes a tenant's prices and quantities as odd as vendors allow. */
const oddities = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  flatAmounts: fc.boolean(),
  prices: fc.array(fc.integer({ min: 0, max: 99_999_999 }), { minLength: 5, maxLength: 20 }),
  quantities: fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: 5, maxLength: 20 }),
  cycles: fc.array(fc.constantFrom(...CYCLES), { minLength: 5, maxLength: 20 }),
});
type Oddities = typeof oddities extends fc.Arbitrary<infer Value> ? Value : never;

function tenantOf({ seed, flatAmounts, prices, quantities, cycles }: Oddities): Tenant {
  const tenant = generateTenant({ size: TENANT_SIZES.XS, now: NOW, seed, flatAmounts });
  let i = 0;
  for (const [id, record] of tenant.contractLines) {
    const cycle = cycles[i % cycles.length]!;
    const fields = {
      ...record.fields,
      unitPrice: decimal(prices[i % prices.length]!, 4),
      quantity: decimal(quantities[i % quantities.length]!, 2),
      period: i % 3 === 0 ? { code: cycle, label: cycle, cycle, certain: true } : record.fields.period,
    };
    tenant.contractLines.set(id, { ...record, fields });
    i += 1;
  }
  return tenant;
}

function decimal(n: number, places: number): string {
  const digits = String(n).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function inputOf(
  tenant: Tenant,
  order: <Item>(items: readonly Item[]) => readonly Item[] = (items) => items,
): ApplyInput {
  const of = <K extends RecordKind>(kind: K) =>
    new Map(
      order([...tenant[kind]]).map(([id, { fields }]) => [id, fields]),
    ) as unknown as Mirror[keyof Mirror & K];
  return applyInput({
    mirror: {
      ...{
        companies: of('companies'),
        sites: of('sites'),
        contacts: of('contacts'),
        products: of('products'),
      },
      ...{ contracts: of('contracts'), contractLines: of('contractLines') },
      ...{ surveys: new Map(), tickets: new Map(), hours: new Map(), read: new Set(RECORD_KINDS) },
    },
  });
}

test('the MRR of every client is that of a slow sum written apart, to the cent', () => {
  fc.assert(
    fc.property(oddities, (odd) => {
      const tenant = tenantOf(odd);
      const truth = trueMrr(tenant, '2026-11-30');
      const plan = planApply(inputOf(tenant));
      const ours = plan.companies.filter(({ key }) => key !== null);
      expect(ours.length).toBeGreaterThan(0);
      for (const { record, mrr } of ours) expect([record, mrr]).toEqual([record, truth.get(record) ?? 0]);
      expect(plan.mrr.after).toBe(ours.reduce((sum, { mrr }) => sum + mrr!, 0));
    }),
    { numRuns: 30 },
  );
});

test('the order of records says nothing', () => {
  fc.assert(
    fc.property(oddities, (odd) => {
      const tenant = tenantOf(odd);
      const plan = planApply(inputOf(tenant));
      const turned = planApply(inputOf(tenant, (items) => [...items].reverse()));
      expect(turned).toEqual(plan);
    }),
    { numRuns: 15 },
  );
});

test('a plan that was carried out leaves nothing to do, and what came later nothing but itself', () => {
  fc.assert(
    fc.property(oddities, fc.nat(), (odd, nth) => {
      const tenant = tenantOf(odd);
      const input = inputOf(tenant);
      const after = carriedOut(input, planApply(input));
      const again = planApply(after);
      expect(Object.values(again.files).flatMap(({ rows }) => rows)).toEqual([]);
      expect(again.links).toEqual([]);
      const gone = [...tenant.contractLines.keys()][nth % tenant.contractLines.size]!;
      tenant.contractLines.delete(gone);
      const { files } = planApply({ ...after, mirror: inputOf(tenant).mirror });
      const changed = Object.values(files).flatMap(({ rows }) => rows);
      expect(changed.length).toBeLessThanOrEqual(1);
      for (const row of changed) expect(row.key).toBe(`connectwise-${gone}`);
    }),
    { numRuns: 15 },
  );
});
