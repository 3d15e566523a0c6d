import type { Database } from '../../platform/database/database.ts';
import type { Texts } from './bundles.ts';

/** A workspace with a little of everything, for tests to import and then to import more. */
export const WORLD: Texts = {
  workspace: 'name,currency\nNorthwind IT,EUR\n',
  users:
    'key,name,email,role\ndana,Dana Reyes,dana@northwind.example,admin\nkim,Kim Lee,kim@northwind.example,member\n',
  companies: 'key,name,owner,tags\nacme,Acme,dana,Standard\nbeta,Beta,,\n',
  contacts: 'key,company,name,primaryContact\nc1,acme,Ann,true\nc2,beta,Bo,true\n',
  contracts:
    'key,company,name,start,end\nk1,acme,Support,2026-01-01,2026-12-31\nk2,beta,Support,2026-06-01,\n',
  contract_lines: 'key,contract,start,cancelledOn,unitPrice\nl1,k1,2026-02-01,2026-10-01,10.00\n',
  stack_items: 'key,name,tags\nbackup,Backup,Standard\nmfa,MFA,\n',
  products: 'key,stackItem,name\nvault,backup,Vault\n',
  alignments: 'company,stackItem,currentProduct,alignment\nacme,backup,vault,80\n',
  recommendations: 'key,company,title,status\nr1,acme,Take backup,Planned\n',
  recommendation_lines: 'key,recommendation,stackItem,mrr\nrl1,r1,backup,50\n',
  health_metrics:
    'key,name,maxScore,weight,kind,fact,bands,choices\nmood,Mood,10,1,custom,,,0:Cold|10:Warm\nsize,Size,5,1,computed,employees,10:0|:5,\n',
  health_scores: 'company,metric,points\nacme,mood,8\nbeta,mood,4\n',
  health_overrides: 'company,status,reason,setOn,expiresOn\nacme,At risk,New CIO,2026-03-01,2026-04-30\n',
  effort_bands: 'name,from,color\nLow,0,#0a0\nHigh,60,#a00\n',
  security_groups: 'key,name,companies,users\neast,East,acme,dana|kim\n',
  meetings: 'key,company,kind,date,recommendations\nm1,acme,vcio,2026-05-05,r1\n',
  onboarding_template: 'key,title,side,dueDays\not1,Collect access,us,7\n',
  onboarding_tasks: 'key,company,title,side,templateTask\nt1,acme,Collect access,us,ot1\n',
  action_items: 'key,meeting,title\na1,m1,Send report\n',
};

/** What every table holds, as a sum that tells of any change; what was audited and the revision included. */
export async function checksums(database: Database): Promise<Record<string, string>> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await database.pool.query(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${name} t`,
    );
    sums[name] = rows[0].sum;
  }
  return sums;
}
