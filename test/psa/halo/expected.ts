import { cycleOfLabel } from '../../../domain/sync/billing-period.ts';
import type { BillingPeriod, RecordFields, RecordKind } from '../../../domain/sync/records.ts';
import type { Tenant, TenantRecord } from '../tenant.ts';
import { all, INVOICE_OFFSET, isListed, OPPORTUNITY_OFFSET, periodCode } from './rows.ts';

/** What of a tenant HaloPSA can say, as a connector has to bring it: ids to fields. */
export function expectedOfHalo<K extends RecordKind>(tenant: Tenant, kind: K): Map<string, RecordFields[K]> {
  const expected = EXPECTED[kind](tenant) as readonly (readonly [string, RecordFields[K]])[];
  return new Map(expected);
}

type Expected = {
  readonly [K in RecordKind]: (tenant: Tenant) => readonly (readonly [string, RecordFields[K]])[];
};

const EXPECTED: Expected = {
  companies: (tenant) =>
    all(tenant, 'companies').map(({ id, fields }) => [
      id,
      {
        ...fields,
        parent: null,
        employees: null,
        acquiredOn: null,
        annualRevenue: null,
        yearEstablished: null,
        industry: null,
      },
    ]),
  sites: (tenant) => all(tenant, 'sites').map(({ id, fields }) => [id, fields]),
  contacts: (tenant) => all(tenant, 'contacts').map(({ id, fields }) => [id, fields]),
  products: (tenant) =>
    all(tenant, 'products').flatMap(({ id, fields }) => (fields.active ? [[id, fields] as const] : [])),
  contracts: (tenant) => {
    const billed = new Set(billedContracts(tenant).map(({ id }) => id));
    return all(tenant, 'contracts').flatMap((contract) => {
      const { id, fields } = contract;
      if (!isListed(contract)) return billed.has(id) ? [[ownId(contract), unlisted(contract)] as const] : [];
      const flat = billed.has(id) ? null : fields.amount;
      const recurring = fields.recurring && (billed.has(id) || fields.period !== null);
      return [
        [
          id,
          {
            ...fields,
            number: null,
            amount: flat,
            period: periodOf(contract, billed.has(id)),
            currency: billed.has(id) ? fields.currency : null,
            recurring,
            notice: flat && "This is the contract's own amount: HaloPSA has no recurring invoice for it.",
          },
        ] as const,
      ];
    });
  },
  contractLines: (tenant) => {
    const contracts = new Map(billedContracts(tenant).map((contract) => [contract.id, contract]));
    return all(tenant, 'contractLines').flatMap(({ id, fields }) => {
      const contract = contracts.get(fields.contract ?? '');
      if (!contract) return [];
      const { quantity, unitPrice, billable } = fields;
      return [
        [
          `${INVOICE_OFFSET + Number(contract.id)}-${id}`,
          {
            ...fields,
            contract: isListed(contract) ? contract.id : ownId(contract),
            period: periodOf(contract, true),
            billable: true,
            unitPrice: billable ? unitPrice : '0',
            notice: billable ? null : `${quantity} × ${unitPrice}, net 0`,
          },
        ] as const,
      ];
    });
  },
  tickets: (tenant) =>
    all(tenant, 'tickets').map(({ id, fields }) => [
      id,
      { ...fields, type: fields.kind === 'project' ? 'Project task' : 'Incident' },
    ]),
  timeEntries: (tenant) =>
    all(tenant, 'timeEntries').map(({ id, fields }) => [`${fields.ticket}-${id}`, fields]),
  opportunities: (tenant) =>
    all(tenant, 'opportunities').map(({ id, fields }) => [
      String(OPPORTUNITY_OFFSET + Number(id)),
      { ...fields, monthly: null },
    ]),
  surveys: (tenant) => all(tenant, 'surveys').map(({ id, fields }) => [id, { ...fields, company: null }]),
};

/** Those with a recurring invoice that is not switched off. */
function billedContracts(tenant: Tenant): readonly TenantRecord<'contracts'>[] {
  const withLines = new Set(all(tenant, 'contractLines').map(({ fields }) => fields.contract));
  return all(tenant, 'contracts').filter(({ id, fields }) => fields.active && withLines.has(id));
}

const ownId = ({ id }: TenantRecord<'contracts'>) => `recurring-${INVOICE_OFFSET + Number(id)}`;

function unlisted(contract: TenantRecord<'contracts'>): RecordFields['contracts'] {
  return {
    ...contract.fields,
    number: null,
    type: 'Recurring invoice',
    status: null,
    amount: null,
    period: periodOf(contract, true),
    notice: 'HaloPSA has a recurring invoice for this, and lists no contract.',
  };
}

const SEEN_AS: Readonly<Record<number, string>> = {
  1: 'weekly?',
  2: 'monthly?',
  3: 'yearly?',
  4: 'quarterly?',
  5: 'half-yearly?',
  7: 'every 3 years?',
};

/** Every third contract has a recurring invoice that names its period. */
function periodOf({ id, fields }: TenantRecord<'contracts'>, billed: boolean): BillingPeriod | null {
  const { period } = fields;
  if (period === null) return null;
  const code = periodCode(period);
  if (billed && period.cycle !== null && Number(id) % 3 === 0)
    return { code: String(code), label: period.label, cycle: cycleOfLabel(period.label), certain: true };
  const seen = SEEN_AS[code];
  return {
    code: String(code),
    label: seen ? `Period ${code} (${seen})` : `Period ${code}`,
    cycle: period.cycle,
    certain: false,
  };
}
