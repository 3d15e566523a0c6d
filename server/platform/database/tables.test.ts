import { expect, it } from 'vitest';
import { onBothEngines } from '../../../test/harness/engines.ts';
import { tableTypes } from '../../../test/harness/table-types.ts';

onBothEngines('the types of the tables', (engine) => {
  it('are those of the migrated database', async () => {
    await expect(await tableTypes(engine.database)).toMatchFileSnapshot('./tables.ts');
  });
});
