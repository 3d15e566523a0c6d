import type { Cells } from '../apply/cells.ts';
import type { ApplyInput, WrittenFile } from '../apply/input.ts';
import { factRow } from '../apply/support-facts.ts';
import type { ApplyPlan } from '../plan-apply.ts';

/** The input of the next sync, once a plan was carried out: its rows and links are there. */
export function carriedOut(input: ApplyInput, plan: ApplyPlan): ApplyInput {
  const links = new Map(input.links.map((link) => [JSON.stringify([link.kind, link.record]), link]));
  for (const link of plan.links) links.set(JSON.stringify([link.kind, link.record]), link);
  const of = (file: WrittenFile) => written(input, plan, file);
  const present = {
    companies: of('companies'),
    contacts: of('contacts'),
    contracts: of('contracts'),
    contract_lines: of('contract_lines'),
    facts: of('facts'),
    csat: of('csat'),
  };
  return { ...input, links: [...links.values()], present };
}

function written(input: ApplyInput, plan: ApplyPlan, file: WrittenFile): Map<string, Cells> {
  const rows = new Map(input.present[file]);
  for (const row of plan.files[file].rows) {
    const key = file === 'facts' ? factRow(row.company!, row.fact!) : row.key!;
    rows.set(key, { ...rows.get(key), ...row });
  }
  return rows;
}
