import { afterEach, describe, expect, test } from 'vitest';
import {
  closeAutotasks,
  FROM,
  NOW,
  type OpenOptions,
  openAutotask,
  readFull,
} from '../../../test/psa/autotask/open-autotask.ts';
import { type Fault, faultAt, faultsOf } from '../../../test/psa/faults.ts';
import { emptyMirror, readRun } from '../../../test/psa/mirror.ts';
import { generateTenant } from '../../../test/psa/tenant.ts';
import { autotask } from './connector.ts';

afterEach(closeAutotasks);

describe('A run that meets faults', () => {
  const failing: readonly Fault[] = [
    { kind: 'busy', retryAfterSeconds: 2 },
    { kind: 'server error' },
    { kind: 'bad gateway' },
  ];
  const spoiling: readonly Fault[] = [
    { kind: 'wrong types' },
    { kind: 'missing fields' },
    { kind: 'null fields' },
    { kind: 'duplicate ids' },
    { kind: 'no rows' },
  ];

  const few = {
    companies: 6,
    contacts: 12,
    contracts: 8,
    contractLines: 24,
    tickets: 20,
    timeEntries: 30,
    opportunities: 4,
  };
  const startSmall = (options: OpenOptions = {}) =>
    openAutotask({ tenant: generateTenant({ size: few, now: NOW }), ...options });

  /** An undisturbed run, and how many calls it makes. */
  const undisturbedRun = async () => {
    const opened = await startSmall();
    const { records } = await readFull(opened);
    return { records, calls: opened.fake.calls.length };
  };

  test.each(failing)('of which each call may fail once, is as if nothing had been: $kind', async (fault) => {
    const undisturbed = await undisturbedRun();
    for (let position = 1; position <= undisturbed.calls; position++) {
      const mirror = await readFull(await startSmall({ faults: faultAt(position, fault) }));
      expect(mirror.records).toEqual(undisturbed.records);
    }
  });

  test('in which a call gets no answer, is as if nothing had been', async () => {
    const undisturbed = await readFull(await openAutotask());
    const mirror = await readFull(
      await openAutotask({ faults: faultAt(7, { kind: 'silence' }), timeout: 500 }),
    );
    expect(mirror.records).toEqual(undisturbed.records);
  });

  test.each(spoiling)('goes on whatever is sent, and the next one puts it right: $kind', async (fault) => {
    const undisturbed = await undisturbedRun();
    for (let position = 1; position <= undisturbed.calls; position++) {
      const opened = await startSmall({ faults: faultAt(position, fault) });
      const mirror = await readFull(opened);
      opened.fake.setFaults(() => null);
      expect((await readFull(opened, mirror)).records).toEqual(undisturbed.records);
    }
  });

  test('ends with words where an answer is cut off', async () => {
    const { calls } = await undisturbedRun();
    for (let position = 1; position <= calls; position++) {
      const opened = await startSmall({ faults: faultAt(position, { kind: 'cut off' }) });
      await expect(readFull(opened)).rejects.toMatchObject({
        reason: 'answer',
        message: expect.stringContaining('no JSON'),
      });
    }
  });

  test('counts no line as nothing because its units could not be read', async () => {
    const opened = await openAutotask();
    for (const kind of ['missing fields', 'wrong types', 'null fields'] as const) {
      opened.fake.setFaults(faultsOf('/ContractServiceUnits/', { kind }));
      const mirror = await readFull(opened);
      expect(mirror.problems.length).toBeGreaterThan(0);
      for (const [id, { fields }] of mirror.records.contractLines)
        if (id.startsWith('service')) expect(fields.notice).not.toContain('Lapsed');
    }
  });

  test('loses nothing while rows go and come between its pages', async () => {
    const opened = await openAutotask({ size: 'S' });
    const { tenant, fake } = opened;
    const mirror = emptyMirror();
    const shifted = new Set<string>();
    await readRun(mirror, autotask, await opened.open(), {
      since: null,
      from: FROM,
      afterPage: (kind) => {
        if (kind !== 'contacts' || shifted.has(kind)) return;
        shifted.add(kind);
        for (const id of ['1', '2', '3']) tenant.contacts.delete(id);
        fake.show(tenant);
      },
    });
    for (const id of tenant.contacts.keys()) expect(mirror.records.contacts.has(id)).toBe(true);
  });
});
