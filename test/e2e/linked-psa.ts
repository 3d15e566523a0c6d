import { company, contact, contract, line, MONTHLY } from '../../domain/sync/testing/some-records.ts';
import { openDatabase } from '../../server/platform/database/database.ts';
import { openPortfolios } from '../../server/portfolio/portfolios.ts';
import { applyMirror } from '../../server/sync/apply-mirror.ts';
import { fillMirror } from '../../server/sync/testing/fill-mirror.ts';
import { emptyTenant, putRecord, type Tenant } from '../psa/tenant.ts';

/** Links Acme Dental of a running server's workspace with a PSA that holds a contact, a contract and a ticket of it. */
export async function linkWithPsa(dataFolder: string): Promise<void> {
  const database = await openDatabase({ dataFolder });
  try {
    const { rows } = await database.pool.query('select id from workspaces');
    const place = { workspace: rows[0].id as string, connection: 'psa' };
    const now = new Date();
    await database.pool.query(
      `insert into connections (workspace_id, key, vendor, name, credentials, state, created_at, created_by)
       values ($1, 'psa', 'connectwise', 'ConnectWise PSA', '\\x01', 'paused', $2, 'admin')`,
      [place.workspace, now],
    );
    await fillMirror(database, place, acme(now));
    const call = { ...place, run: 1, now, unread: [], requireRun: async () => undefined };
    await applyMirror({ database, portfolios: openPortfolios(database) }, call);
  } finally {
    await database.close();
  }
}

function acme(now: Date): Tenant {
  const tenant = emptyTenant();
  const of = { company: '250' };
  putRecord(tenant, 'companies', '250', company({ name: 'Acme Dental', industry: 'Healthcare' }), now);
  const site = { ...of, name: 'Main', primary: true, active: true, city: 'Springfield', country: null };
  putRecord(tenant, 'sites', '1', site, now);
  putRecord(tenant, 'contacts', '5', contact({ title: 'Owner' }), now);
  putRecord(tenant, 'contracts', '9', contract({ name: 'Total care', startOn: '2024-01-01' }), now);
  putRecord(tenant, 'contractLines', '1', line({ unitPrice: '75', quantity: '4', period: MONTHLY }), now);
  const lunar = { code: '6', label: 'Every 4 weeks', cycle: null, certain: false };
  putRecord(tenant, 'contractLines', '2', line({ unitPrice: '9', description: 'Lunar', period: lunar }), now);
  const ticket = {
    ...of,
    number: '4711',
    title: 'Printer offline',
    board: null,
    type: null,
    priority: 'Low',
  };
  const open = { kind: 'service', status: 'New', closed: false, closedAt: null } as const;
  putRecord(tenant, 'tickets', '1', { ...ticket, ...open, createdAt: now.toISOString() }, now);
  return tenant;
}
