import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { onBothEngines } from '../../../test/harness/engines.ts';
import { inWorkspace } from './transaction.ts';

onBothEngines('a transaction in a scope', (engine) => {
  it('runs', async () => {
    const rows = await inWorkspace(
      engine.database,
      { workspace: '00000000-0000-4000-8000-000000000001', companies: ['a,"b'] },
      async (tx) =>
        (await sql<{ u: string; c: string[] }>`select current_user u, current_companies() c`.execute(tx))
          .rows,
    );
    expect(rows).toEqual([{ u: 'quarterdeck_scoped', c: ['a,"b'] }]);
  });
});
