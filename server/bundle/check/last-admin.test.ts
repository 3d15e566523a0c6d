import { beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../../../test/harness/engines.ts';
import { addWorkspace, givePassword } from '../../testing/test-server.ts';
import { countsOf, errorsOf, importTexts } from '../testing/bundles.ts';

onBothEngines('an import into a workspace where people sign in', (engine) => {
  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', {
      users: ['dana', 'kim', 'lee'].map((key) => ({
        key,
        name: key,
        email: `${key}@northwind.example`,
        role: key === 'kim' ? 'member' : 'admin',
      })),
    });
    for (const user of ['dana', 'kim']) await givePassword(engine.database, workspace, user);
  });

  const users = (...rows: string[]) => ({
    companies: 'key,name\nacme,Acme\n',
    users: `key,name,email,role,deactivated\n${rows.join('\n')}\n`,
  });
  const dana = (rest: string) => `dana,Dana,dana@northwind.example,${rest}`;
  const kim = (rest: string) => `kim,Kim,kim@northwind.example,${rest}`;

  it.each([
    [
      'users.csv:2:4: role is member; expected admin: no admin who can sign in would be left',
      dana('member,'),
    ],
    [
      'users.csv:2:5: deactivated is true; expected false: no admin who can sign in would be left',
      dana('admin,true'),
    ],
  ])('is refused when it would lock everybody out: %s', async (error, row) => {
    expect(errorsOf(await importTexts(engine.database, users(row)))).toEqual([error]);
  });

  it('does not count an admin who was invited only, or who comes with the import', async () => {
    const texts = users(dana('viewer,'), 'max,Max,max@northwind.example,admin,');
    expect(errorsOf(await importTexts(engine.database, texts))).toHaveLength(1);
  });

  it('may pass the role on to somebody who can sign in, in the same file', async () => {
    const texts = users(dana('member,'), kim('admin,'));
    expect(countsOf(await importTexts(engine.database, texts))).toContain('users.csv +0 ~2 =0');
    expect(errorsOf(await importTexts(engine.database, users(kim('admin,true'))))).toHaveLength(1);
    expect(countsOf(await importTexts(engine.database, users(kim('admin,false'))))).toContain(
      'users.csv +0 ~1 =0',
    );
  });
});
