import pg from 'pg';
import { ALIGNED, COUNTS, known } from '../../domain/portfolio/column-arrays.ts';
import { cellAt } from '../../domain/portfolio/columns.ts';
import { quadrantAt } from '../../domain/portfolio/placement.ts';
import type { Database } from '../../server/platform/database/database.ts';
import { openPortfolios } from '../../server/portfolio/portfolios.ts';

/**
 * Writes every cell's and company's figures into plain tables, so that the same dashboard can be asked of them by SQL:
 * what a program would do that keeps its figures in rows.
 */
export async function fillSqlTables(database: Database, url: string, workspace: string): Promise<pg.Client> {
  const { portfolio } = await openPortfolios(database).portfolioOf(workspace, new Date());
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create table bench_companies (slot int primary key, name text, status int, quadrant text, mrr bigint, one_time bigint, employees float8);
    create table bench_cells (slot int, item int, aligned bool, alignment float8, weight float8, current_mrr bigint, mrr bigint, one_time bigint, primary key (slot, item));
    create table bench_item_tags (item int, tag text)`);
  const { company, cell, definitions } = portfolio;
  for (const slot of portfolio.slots.values())
    await client.query('insert into bench_companies values ($1,$2,$3,$4,$5,$6,$7)', [
      slot,
      portfolio.names[slot],
      company.status[slot],
      quadrantAt(portfolio, slot, 'total'),
      company.mrr[slot],
      company.oneTime[slot],
      known(company.employees, slot),
    ]);
  for (const [item, { tags, weight }] of definitions.stackItems.entries()) {
    for (const tag of tags) await client.query('insert into bench_item_tags values ($1,$2)', [item, tag]);
    const at = [...portfolio.slots.values()]
      .map((slot) => ({ slot, at: cellAt(portfolio, slot, item) }))
      .filter((place) => cell.standing[place.at]! & COUNTS);
    const column = (of: { readonly [index: number]: number }) => at.map((place) => of[place.at]);
    await client.query(
      `insert into bench_cells select slot, $1, aligned, alignment, $2, current_mrr, mrr, one_time
       from unnest($3::int[], $4::bool[], $5::float8[], $6::bigint[], $7::bigint[], $8::bigint[])
         as t (slot, aligned, alignment, current_mrr, mrr, one_time)`,
      [
        item,
        weight,
        at.map((place) => place.slot),
        at.map((place) => (cell.standing[place.at]! & ALIGNED) !== 0),
        column(cell.alignment),
        column(cell.currentMrr),
        column(cell.mrrOpportunity),
        column(cell.oneTimeOpportunity),
      ],
    );
  }
  await client.query('analyze');
  return client;
}

const SIX = [
  'select name, mrr, quadrant, status, employees from bench_companies where quadrant is not null order by name',
  'select status, count(*) from bench_companies group by status',
  'select c.status, sum(x.mrr), sum(x.one_time) from bench_cells x join bench_companies c using (slot) group by c.status',
  `select c.name, sum(x.mrr) m, sum(x.one_time) o, max(c.mrr), max(c.one_time), sum(x.weight * x.alignment) / nullif(sum(x.weight), 0)
     from bench_cells x join bench_companies c using (slot) group by c.slot, c.name order by sum(x.mrr + x.one_time) desc limit 10`,
  'select t.tag, x.item, sum(x.mrr), sum(x.one_time) from bench_cells x join bench_item_tags t using (item) group by t.tag, x.item',
  `select item, sum(current_mrr), sum(mrr), sum(one_time), count(*), count(*) filter (where aligned)
     from bench_cells group by item order by sum(mrr + one_time) desc limit 10`,
];

/** The six elements by plain group-bys over all companies. */
export async function sqlDashboard(client: pg.Client): Promise<void> {
  for (const query of SIX) await client.query(query);
}
