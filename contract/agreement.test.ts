import { expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { Dashboard as DashboardOfRules } from '../domain/dashboard/dashboard.ts';
import type { DashboardChoices } from '../domain/dashboard/known-values.ts';
import { ELEMENTS, type Rows } from '../domain/dashboard/rows.ts';
import type { CompanyExplanation as ExplanationOfRules } from '../domain/portfolio/explanation.ts';
import { Dashboard, type getDashboardChoices } from './dashboard.ts';
import { type DashboardRows, DashboardRowsQuery } from './dashboard-rows.ts';
import type { CompanyExplanation } from './explanation.ts';

type DeepReadonly<T> = T extends (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

type Kind<T extends { kind: string }, K extends T['kind']> = Omit<Extract<T, { kind: K }>, 'more'>;
type Sent = DeepReadonly<DashboardRows>;
type Opened = Extract<Rows, { kind: 'companies' | 'cells' }>;

test('what the rules make is what travels', () => {
  expectTypeOf<DashboardOfRules>().toExtend<DeepReadonly<z.output<typeof Dashboard>>>();
  expectTypeOf<DeepReadonly<z.output<typeof Dashboard>>>().toExtend<DashboardOfRules>();

  type Choices = DeepReadonly<z.output<typeof getDashboardChoices.response>>;
  expectTypeOf<DashboardChoices>().toExtend<Choices>();

  expectTypeOf<Kind<Opened, 'companies'>>().toExtend<Kind<Sent, 'companies'>>();
  expectTypeOf<Kind<Opened, 'cells'>>().toExtend<Kind<Sent, 'cells'>>();

  type Explained = Omit<ExplanationOfRules, 'alignment'>;
  expectTypeOf<Explained>().toExtend<DeepReadonly<Omit<CompanyExplanation, 'alignment' | 'segment'>>>();
  type Cell = ExplanationOfRules['alignment']['cells'][number];
  expectTypeOf<Cell>().toExtend<
    DeepReadonly<Omit<CompanyExplanation['alignment']['cells'][number], 'etag'>>
  >();

  expect(DashboardRowsQuery.shape.element.options).toEqual(ELEMENTS);
  expect(Object.keys(Dashboard.shape)).toEqual([
    'asOf',
    'currency',
    'companies',
    'segments',
    'health',
    'opportunityByHealth',
    'stackByCustomer',
    'stackOpportunity',
    'stackAlignment',
  ]);
});
