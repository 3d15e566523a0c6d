import { cellAt } from '../../domain/portfolio/columns.ts';
import type { Database } from '../platform/database/database.ts';
import type { LoadedPortfolio } from './loaded-portfolio.ts';

/** A small workspace in which every kind of row counts for something. `$w` in SQL stands for its id. */
export interface TestWorld {
  readonly id: string;
  run(sql: string): Promise<void>;
}

export async function createTestWorld(database: Database): Promise<TestWorld> {
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into workspaces (name, as_of) values ('Example MSP', '2026-11-22') returning id`,
  );
  const id = rows[0]!.id;
  const run = async (sql: string) => {
    await database.pool.query(sql.replaceAll('$w', `'${id}'`));
  };
  await run(WORLD);
  return { id, run };
}

const WORLD = `
  insert into users (workspace_id, key, name, email, role) values
    ($w, 'dana', 'Dana Reyes', 'dana@example.com', 'admin'), ($w, 'lee', 'Lee Park', 'lee@example.com', 'member');
  insert into companies (workspace_id, key, name, tags, owner) values
    ($w, 'acme', 'Acme', '{Standard}', 'lee'), ($w, 'birch', 'Birch', '{Standard,Legal}', null), ($w, 'cedar', 'Cedar', null, null);
  insert into contacts (workspace_id, key, company, name) values ($w, 'ann', 'acme', 'Ann');
  insert into contracts (workspace_id, key, company, name, vendor, currency) values
    ($w, 'acme-msa', 'acme', 'Managed services', null, null), ($w, 'birch-365', 'birch', 'Microsoft 365', 'Microsoft', null),
    ($w, 'cedar-msa', 'cedar', 'Managed services', null, 'EUR');
  insert into contract_lines (workspace_id, key, contract, company, product_code, quantity, unit_price) values
    ($w, 'acme-web', 'acme-msa', 'acme', 'WEB', 12.5, 1999), ($w, 'cedar-web', 'cedar-msa', 'cedar', 'WEB', 3, 1000), ($w, 'birch-seats', 'birch-365', 'birch', 'M365', 20, 3600);
  insert into stack_items (workspace_id, key, name, tags, weight) values
    ($w, 'web', 'Web filtering', '{Standard}', 2), ($w, 'mail', 'Mail security', '{Legal}', null);
  insert into products (workspace_id, key, stack_item, name, standing, product_codes, mrr_per_seat) values
    ($w, 'web-good', 'web', 'Good filter', 'preferred', '{WEB}', 500), ($w, 'web-old', 'web', 'Old filter', 'supported', '{OLD}', 400),
    ($w, 'mail-good', 'mail', 'Good gateway', 'preferred', '{MAIL}', 300);
  insert into alignments (workspace_id, company, stack_item, applicable, alignment) values ($w, 'cedar', 'mail', true, 20.5);
  insert into recommendation_statuses (workspace_id, name, state, "order") values
    ($w, 'Idea', 'not_started', 1), ($w, 'Sold', 'completed', 2);
  insert into recommendations (workspace_id, key, company, title) values
    ($w, 'birch-mail', 'birch', 'Secure the mail'), ($w, 'cedar-mail', 'cedar', 'Secure the mail');
  insert into recommendation_lines (workspace_id, key, recommendation, company, stack_item, mrr, one_time) values
    ($w, 'birch-mail-1', 'birch-mail', 'birch', 'mail', 30000, 150000);
  insert into health_metrics (workspace_id, key, name, max_score, weight, kind, fact, bands) values
    ($w, 'sentiment', 'Sentiment', 10, 1, 'custom', null, null), ($w, 'csat', 'CSAT', 10, 2, 'csat', null, null),
    ($w, 'review', 'Review', 10, 1.5, 'assessment', null, null),
    ($w, 'contact', 'Contact', 10, 1, 'computed', 'days_since_meeting', '[{"upTo":"30","points":"10"},{"upTo":null,"points":"2"}]');
  insert into effort_metrics (workspace_id, key, name, max_score, weight, kind, fact, bands) values
    ($w, 'felt', 'Felt effort', 10, 1, 'custom', null, null),
    ($w, 'tickets', 'Tickets', 10, 1, 'computed', 'tickets_per_month', '[{"upTo":"5","points":"1"},{"upTo":null,"points":"9"}]');
  insert into health_scores (workspace_id, company, metric, points) values ($w, 'acme', 'sentiment', 7), ($w, 'birch', 'sentiment', 3);
  insert into effort_scores (workspace_id, company, metric, points) values ($w, 'acme', 'felt', 4), ($w, 'birch', 'felt', 8);
  insert into health_bands (workspace_id, name, "from", color) values ($w, 'Bad', 0, '#900'), ($w, 'Good', 60, '#090');
  insert into effort_bands (workspace_id, name, "from", color) values ($w, 'Little', 0, '#090'), ($w, 'Much', 60, '#900');
  insert into alignment_bands (workspace_id, name, "from", color) values ($w, 'Off', 0, '#900'), ($w, 'On', 80, '#090');
  insert into security_groups (workspace_id, key, name) values ($w, 'east', 'East');
  insert into account_groups (workspace_id, key, name) values ($w, 'team', 'Team');
`;

/** Everything that a loaded portfolio says, in a form that two of them can be compared in. */
export function contentOf({ portfolio, ...loaded }: LoadedPortfolio) {
  const { stackItems } = portfolio.definitions;
  const companies = Array.from(portfolio.order.subarray(0, portfolio.slots.size), (slot) => {
    const { changedAt: _, ...columns } = portfolio.company;
    return {
      id: portfolio.ids[slot],
      name: portfolio.names[slot],
      tags: portfolio.tags[slot],
      ...valuesAt(columns, slot),
      cells: stackItems.map((_item, index) => valuesAt(portfolio.cell, cellAt(portfolio, slot, index))),
    };
  });
  return { ...loaded, companies, tagUses: new Map([...portfolio.tagUses].sort()) };
}

function valuesAt(columns: object, at: number) {
  return Object.fromEntries(Object.entries(columns).map(([column, values]) => [column, values[at]]));
}
