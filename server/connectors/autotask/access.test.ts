import { afterEach, describe, expect, test } from 'vitest';
import {
  closeAutotasks,
  FROM,
  NOW,
  openAutotask,
  readFull,
} from '../../../test/psa/autotask/open-autotask.ts';
import { emptyMirror, readRun } from '../../../test/psa/mirror.ts';
import { TENANT_SIZES } from '../../../test/psa/tenant.ts';
import { ConnectorProblem } from '../connector.ts';
import { autotask } from './connector.ts';

afterEach(closeAutotasks);

describe('Signing in', () => {
  const problem = (work: Promise<unknown>) =>
    work.then(
      () => expect.unreachable('there should be a problem'),
      (error: unknown) => {
        expect(error).toBeInstanceOf(ConnectorProblem);
        return error as ConnectorProblem;
      },
    );

  test('with a user name that Autotask does not know ends with words', async () => {
    const { open } = await openAutotask();
    const { reason, message } = await problem(open({ username: 'nobody@msp.example' }));
    expect(reason).toBe('credentials');
    expect(message).toContain('"nobody@msp.example"');
  });

  test('with a wrong secret ends with words, which do not tell it', async () => {
    const opened = await openAutotask();
    const session = await opened.open({ secret: 'wrong-secret' });
    const { reason, message } = await problem(
      readRun(emptyMirror(), autotask, session, { since: null, from: FROM }),
    );
    expect(reason).toBe('credentials');
    expect(message).not.toContain('wrong-secret');
  });

  test('finds the account again after it has moved to another zone', async () => {
    const opened = await openAutotask();
    const mirror = await readFull(opened);
    opened.fake.move();
    const again = await readFull(opened, mirror);
    expect(again.records).toEqual(mirror.records);
    expect(opened.fake.problems).toEqual([]);
  });

  test('sends the secret to no zone outside of Autotask', async () => {
    const opened = await openAutotask();
    const asked: string[] = [];
    const session = autotask.connect({
      credentials: { ...opened.fake.credentials, address: '' },
      http: async ({ url }) => {
        asked.push(url);
        const text = JSON.stringify({ url: 'https://autotask.net.evil.example/ATServicesRest/' });
        return { status: 200, header: () => null, text, json: () => JSON.parse(text) };
      },
      now: () => NOW,
      remembered: {},
      remember: () => {},
    });
    expect((await problem(session)).reason).toBe('address');
    expect(asked).toEqual(['https://webservices.autotask.net/ATServicesRest/V1.0/ZoneInformation']);
  });
});

describe('What the API user may see', () => {
  test('is told kind by kind', async () => {
    const { open } = await openAutotask({ denied: ['Opportunities'], hidden: ['Contracts'] });
    const report = await (await open()).test();
    const of = (kind: string) => report.find((permission) => permission.kind === kind);
    expect(of('sign in')).toMatchObject({
      allowed: true,
      message: expect.stringContaining('of 10000 requests'),
    });
    expect(of('companies')).toEqual({ kind: 'companies', allowed: true, message: 'Companies can be read.' });
    expect(of('opportunities')).toMatchObject({
      allowed: false,
      message: expect.stringContaining('adequate permissions'),
    });
    expect(of('contracts')).toMatchObject({
      allowed: true,
      message: expect.stringContaining('came back empty'),
    });
    expect(report).toHaveLength(11);
  });

  test('ends the report at a wrong secret', async () => {
    const { open } = await openAutotask();
    const report = await (await open({ secret: 'wrong-secret' })).test();
    expect(report).toEqual([{ kind: 'sign in', allowed: false, message: expect.stringContaining('secret') }]);
  });

  test('shows one row of a kind as it is sent', async () => {
    const { open } = await openAutotask();
    const session = await open();
    expect(await session.sample('contacts')).toMatchObject({ id: 1, isActive: 1 });
    expect(await session.sample('companies')).toMatchObject({ id: 0 });
  });

  test.each([
    ['come back empty', { hidden: ['ContractServices', 'ContractServiceBundles'] }],
    [
      'may not be read',
      {
        denied: [
          'ContractServices',
          'ContractServiceBundles',
          'ContractServiceUnits',
          'ContractServiceBundleUnits',
        ],
      },
    ],
  ])('if services %s, contracts have what is expected of them by the month', async (_, options) => {
    const opened = await openAutotask(options);
    const mirror = await readFull(opened);
    expect(mirror.records.contractLines.size).toBe(0);
    const contracts = [...mirror.records.contracts.values()].map(({ fields }) => fields);
    for (const { recurring, amount, notice } of contracts)
      expect([amount, notice?.slice(0, 9)]).toEqual(recurring ? ['1000.00', 'Estimated'] : [null, undefined]);
  });

  test('if contracts come back empty, the rest still arrives', async () => {
    const mirror = await readFull(await openAutotask({ hidden: ['Contracts'] }));
    expect(mirror.records.contracts.size).toBe(0);
    expect(mirror.records.tickets.size).toBe(TENANT_SIZES.XS.tickets);
  });
});

describe('The allowance', () => {
  test('is left alone from three quarters of it on', async () => {
    const opened = await openAutotask({ size: 'S', usedByOthers: 7_500 });
    const session = await opened.open();
    const run = async () => {
      for (let n = 0; n < 200; n++) await session.sample('contacts');
    };
    await expect(run()).rejects.toMatchObject({
      reason: 'busy',
      message: expect.stringContaining('three quarters'),
    });
    expect(opened.fake.calls).toHaveLength(150);
  });

  test('of threads is kept: no more calls at once than Autotask takes', async () => {
    const opened = await openAutotask();
    const session = await opened.open();
    await Promise.all(Array.from({ length: 12 }, () => session.sample('contacts')));
    expect(opened.fake.rejected).toBe(0);
  });

  test("a refusal of another integration's doing is waited for, with either status", async () => {
    for (const status of [429, 500])
      expect(autotask.limits.isBusy?.(answer(status, 'Itgenatr005: thread threshold exceeded'))).toBe(true);
    expect(autotask.limits.isBusy?.(answer(500, 'An error has occurred.'))).toBe(false);
    expect(
      autotask.limits.isFinal?.(answer(500, '{"errors":["does not have the adequate permissions"]}')),
    ).toBe(true);
    expect(autotask.limits.isFinal?.(answer(500, '{"message":"An error has occurred."}'))).toBe(false);
  });
});

const answer = (status: number, text: string) => ({
  status,
  text,
  header: () => null,
  json: () => JSON.parse(text),
});
