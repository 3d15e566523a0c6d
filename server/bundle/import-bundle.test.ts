import { expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import { countsOf, exportTexts, importTexts } from './testing/bundles.ts';

onBothEngines('importing a bundle', (engine) => {
  it('makes a workspace of the smallest bundle', async () => {
    const database = await engine.open();
    expect(countsOf(await importTexts(database, { companies: 'key,name\r\nacme,Acme\r\n' }))).toEqual([
      'companies.csv +1 ~0 =0',
    ]);
    const exported = await exportTexts(database);
    expect(exported.workspace).toBe(
      'name,currency,asOf,effortMidpoint,valueMidpoint,seatValueMidpoint,minimumCoverage\r\nWorkspace,,,,,,\r\n',
    );
    expect(exported.companies).toMatch(/^key,name,.*\r\nacme,Acme,,,,,,,,,,,,,,\r\n$/);
    expect(countsOf(await importTexts(database, exported))).toEqual([
      'workspace.csv +0 ~0 =1',
      'companies.csv +0 ~0 =1',
    ]);
  });
});
