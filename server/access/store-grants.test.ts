import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { assignedTo, listedByAccountGroups } from '../../domain/access/edit-grants.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { addWorkspace } from '../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../testing/two-regions.ts';
import { lockedGrants } from './locked-grants.ts';
import { storeGrants } from './store-grants.ts';

onBothEngines('storing grants', (engine) => {
  it('refuses a company that was deleted since it was chosen, and stores nothing', async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', twoRegions);
    const listed = () => sql`select * from account_group_companies`.execute(engine.database.kysely);
    const before = (await listed()).rows;
    const store = inWorkspace(engine.database, { workspace, companies: 'all' }, async (tx) => {
      const grants = await lockedGrants(tx);
      const after = listedByAccountGroups(grants, COMPANIES.unassigned.id, ['east']);
      await storeGrants(tx, workspace, grants, assignedTo(after, 'both', ['deleted meanwhile']));
    });
    await expect(store).rejects.toMatchObject({ code: 'conflict' });
    expect((await listed()).rows).toEqual(before);
  });
});
