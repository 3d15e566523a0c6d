import { COMPUTED_FACTS } from '../../domain/portfolio/definitions.ts';

/** What must be true of the data. `find` is a query over every workspace, for a line about each breach. */
export interface Invariant {
  readonly title: string;
  readonly find: string;
  readonly mend: string;
}

const facts = COMPUTED_FACTS.map((fact) => `'${fact}'`).join(', ');
const bandTables = ['health_bands', 'effort_bands', 'alignment_bands'];
const scoreTables = [
  ['health_scores', 'health_metrics'],
  ['effort_scores', 'effort_metrics'],
] as const;

export const INVARIANTS: readonly Invariant[] = [
  {
    title: 'Row-level security is on for every table of a workspace',
    find: `select format('The table %s is open to every workspace.', c.relname) as what
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
      where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and not c.relrowsecurity
        and has_table_privilege('quarterdeck_scoped', c.oid, 'select')`,
    mend: "as the tables' owner: alter table … enable row level security.",
  },
  {
    title: 'No role of the program passes by row-level security',
    find: `select format('The role %s is a superuser or bypasses row-level security.', rolname) as what
      from pg_roles where rolname in ('quarterdeck_workspace', 'quarterdeck_scoped') and (rolsuper or rolbypassrls)`,
    mend: 'as a superuser: alter role … nosuperuser nobypassrls.',
  },
  {
    title: 'Every trigger is switched on',
    find: `select format('The trigger %s of the table %s is off.', t.tgname, c.relname) as what
      from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where not t.tgisinternal and t.tgenabled <> 'O' and c.relnamespace = current_schema()::regnamespace`,
    mend: "as the tables' owner: alter table … enable trigger user; then restart the server.",
  },
  {
    title: 'The revision of every workspace is that of its last change',
    find: `select format('The workspace %s is at revision %s, its last change at %s.', w.name, w.revision, c.last) as what
      from workspaces w
      join (select workspace_id, max(revision) as last from portfolio_changes group by 1) c on c.workspace_id = w.id
      where c.last <> w.revision`,
    mend: 'delete the rows of portfolio_changes, raise workspaces.revision by 1, and restart the server.',
  },
  {
    title: "Linked recommendations are those of the meeting's company",
    find: `select format('The meeting %s of %s is linked to the recommendation %s of %s.', m.meeting, m.company, r.key, r.company) as what
      from meeting_recommendations m join recommendations r on r.workspace_id = m.workspace_id and r.key = m.recommendation
      where r.company <> m.company`,
    mend: 'take the recommendation off the meeting.',
  },
  {
    title: 'Bands begin at 0 and differ in their lower bound',
    find: bandTables
      .map(
        (table) => `select format('The lowest of ${table} begins at %s.', min("from")) as what
          from ${table} group by workspace_id having min("from") <> 0
        union all select format('Several of ${table} begin at %s.', "from")
          from ${table} group by workspace_id, "from" having count(*) > 1`,
      )
      .join(' union all '),
    mend: 'import a corrected file of these bands.',
  },
  {
    title: 'Points lie between 0 and the highest score of their metric',
    find: scoreTables
      .map(
        ([
          scores,
          metrics,
        ]) => `select format('%s has %s points in %s, which goes up to %s.', s.company, s.points, m.name, m.max_score) as what
          from ${scores} s join ${metrics} m on m.workspace_id = s.workspace_id and m.key = s.metric
          where s.points < 0 or s.points > m.max_score`,
      )
      .join(' union all '),
    mend: 'correct the points or the metric.',
  },
  {
    title: 'Computed metrics name a fact that is known',
    find: scoreTables
      .map(
        ([, metrics]) => `select format('The metric %s of ${metrics} rests on "%s".', name, fact) as what
          from ${metrics} where kind = 'computed' and (fact is null or fact not in (${facts}))`,
      )
      .join(' union all '),
    mend: `set it to one of ${COMPUTED_FACTS.join(', ')}.`,
  },
  {
    title: 'A company has one override of its status at a time',
    find: `select format('%s has overrides from %s and from %s that overlap.', a.company, a.set_on, b.set_on) as what
      from health_overrides a join health_overrides b
        on b.workspace_id = a.workspace_id and b.company = a.company and b.set_on > a.set_on and b.set_on <= a.expires_on`,
    mend: 'let the earlier one expire before the later one is set.',
  },
  {
    title: 'A company has one primary contact',
    find: `select format('%s has %s primary contacts.', company, count(*)) as what
      from contacts where primary_contact group by workspace_id, company having count(*) > 1`,
    mend: 'choose one on its profile.',
  },
  {
    title: 'Contracts do not end before they start',
    find: `select format('The contract %s of %s starts on %s and ends on %s.', key, company, start, "end") as what
      from contracts where "end" < start`,
    mend: 'correct its dates.',
  },
  {
    title: 'Current products are products of their stack item',
    find: `select format('%s uses %s for %s, which has no such product.', a.company, a.current_product, a.stack_item) as what
      from alignments a
      where a.current_product <> 'none' and not exists (
        select from products p where p.workspace_id = a.workspace_id and p.stack_item = a.stack_item and p.key = a.current_product)`,
    mend: "choose one of the item's products, or add it.",
  },
];
