import { beforeEach, describe, expect, it } from 'vitest';
import type { SyncRun } from '../../domain/sync/run.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import { generateTenant, putRecord, TENANT_SIZES, type Tenant } from '../../test/psa/tenant.ts';
import { ConnectorProblem, type SourceRecord } from '../connectors/connector.ts';
import { cancelRun, confirmDeletions, startAfterPreview } from './answer-run.ts';
import { claimRun } from './claim-run.ts';
import { hintArrived } from './hint-arrived.ts';
import { readRun } from './read-runs.ts';
import { scheduleRuns } from './schedule-runs.ts';
import { startSync } from './start-sync.ts';
import { type ScriptedSource, scriptedSource } from './testing/scripted-source.ts';
import { expectSucceeded, OTHER_RUNNER, type SyncWorld, syncWorld, truthOf } from './testing/sync-world.ts';

const NOW = new Date('2026-11-30T10:00:00.000Z');

onBothEngines('a sync', (engine) => {
  let tenant: Tenant;
  let source: ScriptedSource;
  let world: SyncWorld;
  const later = (minutes: number) => {
    world.now = new Date(world.now.getTime() + minutes * 60_000);
  };
  const kind = (run: SyncRun | undefined, name: string) =>
    run?.progress.kinds.find((one) => one.kind === name);
  const answer = (run: number) => ({ workspace: world.workspace, run, by: 'admin', now: world.now });
  const rename = (id: string, name: string) => {
    const { fields } = tenant.companies.get(id)!;
    putRecord(tenant, 'companies', id, { ...fields, name }, world.now);
  };
  /** Renames a contract; resolves to a line of it. */
  const changedContract = () => {
    const [line] = tenant.contractLines.values();
    const { id, fields } = tenant.contracts.get(line!.fields.contract!)!;
    putRecord(tenant, 'contracts', id, { ...fields, name: 'Changed' }, world.now);
    return line!;
  };

  beforeEach(async () => {
    await engine.database.pool.query('delete from connections');
    tenant = generateTenant({ size: TENANT_SIZES.XS, now: NOW });
    source = scriptedSource(() => tenant);
    world = await syncWorld(engine.database, source, { now: NOW });
  });

  it('brings everything, and nothing a second time', async () => {
    const first = await world.run('full');
    expectSucceeded(first);
    expect(await world.mirror()).toEqual(truthOf(tenant));
    expect(first.message).toMatch(/^Read \d+ records: \d+ new, 0 changed, 0 gone. Applied.$/);
    expect(first.calls).toBe(source.reads.length);
    later(15);
    const again = await world.run('full');
    expect(again.message).toMatch(/^Read \d+ records: 0 new, 0 changed, 0 gone. Applied.$/);
    later(15);
    expect((await world.run('incremental')).message).toMatch(/: 0 new, 0 changed, 0 gone. /);
    expect(await world.mirror()).toEqual(truthOf(tenant));
  });

  it('plans for as many records as a full run has brought, not as there were before', async () => {
    await world.run('full');
    const { rows } = await engine.database.pool.query(
      `select reltuples >= $1 as known from pg_class where oid = 'sync_records'::regclass`,
      [Object.keys(truthOf(tenant)).length],
    );
    expect(rows).toEqual([{ known: true }]);
  });

  it('asks for what has changed since five minutes before the smaller one of both clocks', async () => {
    rename('1', 'Renamed just now');
    await world.run('full');
    later(60);
    rename('2', 'Renamed');
    const since = async () => {
      const before = source.reads.length;
      expectSucceeded(await world.run('incremental'));
      return source.reads.slice(before).find((read) => read.kind === 'companies')!.request.since;
    };
    expect(await since()).toEqual(new Date('2026-11-30T09:55:00.000Z'));
    expect(await world.mirror()).toEqual(truthOf(tenant));
    // the vendor's newest change is that of 11:00, and our clock is later
    later(120);
    expect(await since()).toEqual(new Date('2026-11-30T10:55:00.000Z'));
    // a clock of the vendor that is ahead does not make ours wait for it
    putRecord(tenant, 'companies', '2', tenant.companies.get('2')!.fields, new Date('2027-01-01T00:00:00Z'));
    await since();
    later(15);
    expect(await since()).toEqual(new Date('2026-11-30T12:55:00.000Z'));
  });

  it('keeps what is there and cannot be read as it was, and takes away what is not there', async () => {
    await world.run('full');
    later(60);
    const [line, gone] = [...tenant.contractLines.values()];
    tenant.contractLines.delete(gone!.id);
    const truth = truthOf(tenant);
    source.script = ({ kind, request: { cursor } }) => {
      if (cursor !== null || (kind !== 'contacts' && kind !== 'contractLines')) return undefined;
      const records = [...(tenant[kind] as Tenant['contacts']).values()] as unknown as SourceRecord[];
      const [unreadable, ...others] = records;
      return {
        records: others,
        next: null,
        problems: [{ id: unreadable!.id, message: 'cannot be read' }],
        ...(kind === 'contractLines' && { wholeContracts: [line!.fields.contract!] }),
      };
    };
    const run = await world.run('full');
    expectSucceeded(run);
    expect(kind(run, 'contacts')).toMatchObject({ gone: 0, problems: 1 });
    expect(kind(run, 'contractLines')).toMatchObject({ gone: 1, problems: 1 });
    expect(await world.mirror()).toEqual(truth);
  });

  it('that failed between a kind and what hangs on it brings that the next time', async () => {
    await world.run('full');
    later(15);
    const line = changedContract();
    putRecord(tenant, 'contractLines', line.id, { ...line.fields, quantity: '77' }, world.now);
    source.script = (read) => {
      if (read.kind === 'contractLines') throw new ConnectorProblem('credentials', 'The keys are wrong.');
      return undefined;
    };
    expect(await world.run('incremental')).toMatchObject({ state: 'failed', message: 'The keys are wrong.' });
    source.script = () => undefined;
    later(15);
    expectSucceeded(await world.run('incremental'));
    expect(await world.mirror()).toEqual(truthOf(tenant));
  });

  it('goes on where it was, wherever the server was stopped', async () => {
    source = scriptedSource(() => tenant, { pageSize: 40 });
    world = await syncWorld(engine.database, source, { now: NOW });
    let stops = 0;
    await world.start('full');
    for (;;) {
      const stop = new AbortController();
      // one page is written, the next one is not
      source.script = (read) => {
        if (read.position % 2 === 0) stop.abort();
        return undefined;
      };
      const run = await world.work({ stopping: stop.signal });
      if (run?.state === 'succeeded') break;
      expect(run).toMatchObject({
        state: 'due',
        message: 'The server was stopped; it goes on when it runs again.',
      });
      stops += 1;
    }
    expect(stops).toBeGreaterThan(15);
    expect(await world.mirror()).toEqual(truthOf(tenant));
    expect(kind(await world.latest(), 'tickets')).toMatchObject({ records: 150, created: 150, changed: 0 });
  });

  it('is finished by another process, and the first one writes no more', async () => {
    for (const position of [1, 2, 9, 20]) {
      const start = source.reads.length;
      let other: SyncRun | undefined;
      source.script = async (read) => {
        if (read.position !== start + position) return undefined;
        await engine.database.pool.query(
          `update sync_runs set lease_until = clock_timestamp() - interval '1 ms' where state = 'running'`,
        );
        other = await world.work({ id: OTHER_RUNNER });
        return { records: [{ ...tenant.companies.get('1')!, id: 'too late' }], next: null, problems: [] };
      };
      await world.start('full');
      await world.work();
      expectSucceeded(other);
      expectSucceeded(await world.latest());
      expect(await world.mirror()).toEqual(truthOf(tenant));
      later(15);
    }
  });

  it('takes each record once, however often it comes', async () => {
    source.script = ({ kind: read, request }) => {
      if (read !== 'companies' || request.cursor !== null) return undefined;
      const [one, two] = [...tenant.companies.values()];
      const old = { ...one!, fields: { ...one!.fields, name: 'Before' } };
      return { records: [old, two!, one!, two!], next: '2', problems: [] };
    };
    tenant.companies.delete('10');
    const run = await world.run('full');
    expectSucceeded(run);
    expect(await world.mirror()).toEqual(truthOf(tenant));
    expect(kind(run, 'companies')).toMatchObject({ records: 8, created: 8, changed: 0 });
  });

  it('ends with a message where pages have no end, and takes nothing away', async () => {
    await world.run('full');
    const endless: ScriptedSource['script'] = ({ kind: read, position }) =>
      read === 'contacts' || read === 'tickets'
        ? { records: [...tenant[read].values()].slice(0, 10), next: String(position), problems: [] }
        : undefined;
    source.script = endless;
    later(15);
    expect(await world.run('full')).toMatchObject({
      state: 'failed',
      message: 'The pages of contacts have no end: the same one came again and again.',
    });
    source.script = (read) => (read.kind === 'contacts' ? undefined : endless(read));
    later(15);
    const run = await world.run('full');
    expectSucceeded(run);
    expect(run.message).toMatch(/Left as they were: tickets. The pages of tickets have no end/);
    expect(await world.mirror()).toEqual(truthOf(tenant));
  });

  it('keeps what it cannot read out, and says which rows those were', async () => {
    source.script = ({ kind: read }) =>
      read === 'products'
        ? {
            records: [
              { id: '', fields: tenant.products.get('1')!.fields, updatedAt: null },
              { id: 'x'.repeat(300), fields: tenant.products.get('1')!.fields, updatedAt: null },
              {
                id: 'ok',
                fields: { ...tenant.products.get('1')!.fields, name: 'nul \0 half \ud800.' },
                updatedAt: 'soon',
              },
            ],
            next: null,
            problems: Array.from({ length: 200 }, (_, n) => ({
              id: `${n}`,
              message: `price: "a\0lot"; expected a number.`,
            })),
          }
        : undefined;
    const run = await world.run('full');
    expectSucceeded(run);
    expect(run.message).toContain('202 rows could not be read.');
    expect(run.problems).toHaveLength(100);
    expect(run.problems[0]).toEqual({
      kind: 'products',
      id: '0',
      message: 'price: "alot"; expected a number.',
    });
    expect((await world.mirror())['products ok']).toMatchObject({ name: 'nul  half \ufffd.' });
  });

  it('reads the lines of a contract of which nothing but its time of change is another', async () => {
    await world.run('full');
    later(15);
    const [line] = tenant.contractLines.values();
    const contract = tenant.contracts.get(line!.fields.contract!)!;
    putRecord(tenant, 'contractLines', line!.id, { ...line!.fields, quantity: '99' }, world.now);
    putRecord(tenant, 'contracts', contract.id, contract.fields, world.now);
    expect((await world.run('incremental')).message).toMatch(/: 0 new, 1 changed, 0 gone. /);
    expect(await world.mirror()).toEqual(truthOf(tenant));
  });

  describe('and what is gone', () => {
    it('is taken away by a full run, and comes back', async () => {
      await world.run('full');
      const [line] = tenant.contractLines.values();
      for (const [of, id] of [
        ['companies', '4'],
        ['tickets', '20'],
        ['contractLines', line!.id],
      ] as const)
        tenant[of].delete(id);
      later(15);
      const run = await world.run('full');
      expect(run.message).toMatch(/: 0 new, 0 changed, 3 gone. /);
      expect(await world.mirror()).toEqual(truthOf(tenant));
      tenant.companies.set('4', {
        ...generateTenant({ size: TENANT_SIZES.XS, now: NOW }).companies.get('4')!,
      });
      later(15);
      expect((await world.run('full')).message).toMatch(/: 0 new, 1 changed, 0 gone. /);
      expect(await world.mirror()).toEqual(truthOf(tenant));
    });

    it('is a line of a changed contract at once', async () => {
      await world.run('full');
      later(15);
      tenant.contractLines.delete(changedContract().id);
      expect((await world.run('incremental')).message).toMatch(/: 0 new, 1 changed, 1 gone. /);
      expect(await world.mirror()).toEqual(truthOf(tenant));
    });

    it('is not what happened before the window', async () => {
      const ticket = tenant.tickets.get('1')!.fields;
      for (const [id, createdAt] of [
        ['old', '2025-10-29T23:00:00.000Z'],
        ['edge', '2025-10-31T10:00:00.000Z'],
      ] as const)
        putRecord(tenant, 'tickets', id, { ...ticket, createdAt }, NOW);
      await world.run('full');
      tenant.tickets.delete('old');
      tenant.tickets.delete('edge');
      later(15);
      expect(kind(await world.run('full'), 'tickets')).toMatchObject({ gone: 1 });
      expect(Object.keys(await world.mirror())).toContain('tickets old');
    });

    it('is not what moved to another page while it was read', async () => {
      source = scriptedSource(() => tenant, { numberedPages: true });
      world = await syncWorld(engine.database, source, { now: NOW });
      await world.run('full');
      later(15);
      source.script = ({ kind: read, request }) => {
        if (read === 'contacts' && request.cursor === '2') tenant.contacts.delete('1');
        return undefined;
      };
      const run = await world.run('full');
      expect(kind(run, 'contacts')).toMatchObject({ gone: 0, again: true });
      // that it was removed shows when it is not there from the beginning
      const { 'contacts 1': removed, ...others } = await world.mirror();
      expect([others, removed]).toEqual([truthOf(tenant), expect.anything()]);
      later(15);
      expectSucceeded(await world.run('full'));
      expect(await world.mirror()).toEqual(truthOf(tenant));
    });

    it('waits for an admin where it is much of a kind, and is taken away when that is confirmed', async () => {
      await world.run('full');
      const kept = truthOf(tenant);
      for (let n = 1; n <= 20; n += 1) tenant.contacts.delete(String(n));
      tenant.companies.delete('3');
      later(15);
      const waiting = await world.run('full');
      expect(waiting).toMatchObject({
        state: 'waiting',
        waitingFor: 'deletions',
        message:
          'Scripted PSA does not show 20 of 40 contacts (50 %) any more. Confirm that they are gone, or cancel and look at what its user may read.',
      });
      expect(kind(waiting, 'contacts')!.missing).toEqual({ records: 20, of: 40 });
      expect(await world.mirror()).toEqual(kept);
      expect(world.applied).toHaveLength(2);
      expect(await world.work()).toBeUndefined();
      await world.inTx((tx) => confirmDeletions(tx, answer(waiting.id)));
      expectSucceeded(await world.work());
      expect(await world.mirror()).toEqual(truthOf(tenant));
    });

    it('stays where the admin cancels instead', async () => {
      await world.run('full');
      const kept = truthOf(tenant);
      tenant.contacts.clear();
      later(15);
      const waiting = await world.run('full');
      await world.inTx((tx) => cancelRun(tx, answer(waiting.id)));
      expect(await world.latest()).toMatchObject({ state: 'cancelled', message: 'It was cancelled.' });
      later(15);
      expectSucceeded(await world.run('incremental'));
      expect(await world.mirror()).toEqual(kept);
      await expect(world.inTx((tx) => confirmDeletions(tx, answer(waiting.id)))).rejects.toThrow('has ended');
    });

    it('is nothing of a kind that may not be read, while all others go on', async () => {
      await world.run('full');
      const kept = truthOf(tenant);
      tenant.companies.delete('4');
      source.script = ({ kind: read }) => {
        if (read === 'contacts') throw new ConnectorProblem('permission', 'The user may not read contacts.');
        return undefined;
      };
      later(15);
      const run = await world.run('full');
      expectSucceeded(run);
      expect(run.message).toContain('Left as they were: contacts. The user may not read contacts.');
      const { 'companies 4': _, ...others } = kept;
      expect(await world.mirror()).toEqual(others);
    });
  });

  it('says of which kinds nobody knows what is not there', async () => {
    source.script = ({ kind: read }) => {
      if (read === 'surveys') throw new ConnectorProblem('permission', 'No.');
      return undefined;
    };
    await world.run('full');
    expect(world.applied.map(({ unread }) => unread)).toEqual([
      ['tickets', 'timeEntries', 'opportunities', 'surveys'],
      ['surveys'],
    ]);
  });

  it('waits with a first run until an admin has seen what it would do, then reads activity', async () => {
    world = await syncWorld(engine.database, source, { now: NOW, state: 'setting up' });
    await expect(world.start('incremental')).rejects.toThrow('its first sync comes before all others');
    await scheduleRuns(engine.database, world.now);
    expect(await world.work()).toBeUndefined();
    const waiting = await world.run('first');
    expect(waiting).toMatchObject({ state: 'waiting', waitingFor: 'start' });
    expect(kind(waiting, 'contractLines')!.state).toBe('read');
    expect(kind(waiting, 'tickets')!.state).toBe('to read');
    expect(world.applied).toEqual([]);
    later(60);
    await world.inTx((tx) => startAfterPreview(tx, answer(waiting.id)));
    expectSucceeded(await world.work());
    expect(world.applied).toHaveLength(2);
    expect(await world.mirror()).toEqual(truthOf(tenant));
    const from = source.reads
      .filter((read) => read.kind === 'tickets')
      .map(({ request }) => request.from.toISOString());
    expect([...new Set(from)]).toEqual(['2025-10-30T00:00:00.000Z']);
    await expect(world.inTx((tx) => startAfterPreview(tx, answer(waiting.id)))).rejects.toThrow('has ended');
  });

  it('is cancelled after the page that it is at, and applies nothing', async () => {
    const id = await world.start('full');
    source.script = async (read) => {
      if (read.position === 3) await world.inTx((tx) => cancelRun(tx, answer(id)));
      return undefined;
    };
    expect(await world.work()).toMatchObject({
      state: 'cancelled',
      message: 'It was cancelled.',
      waitingFor: null,
    });
    expect(source.reads).toHaveLength(3);
    expect(world.applied).toEqual([]);
    await expect(world.inTx((tx) => cancelRun(tx, answer(id)))).rejects.toThrow('has ended');
  });

  it('runs once at a time', async () => {
    const id = await world.start('incremental');
    expect(await world.start('full')).toBe(id);
    expect((await world.latest()).kind).toBe('full');
    let second: SyncRun | undefined | 'none' = 'none';
    source.script = async (read) => {
      if (read.position !== 1) return undefined;
      second = await world.work({ id: OTHER_RUNNER });
      await expect(world.start('full')).rejects.toThrow('A sync of "PSA" runs already');
      return undefined;
    };
    expectSucceeded(await world.work());
    expect(second).toBeUndefined();
  });

  it('of a connection that is not there or paused is refused', async () => {
    await engine.database.pool.query(`update connections set state = 'paused' where workspace_id = $1`, [
      world.workspace,
    ]);
    await expect(world.start('full')).rejects.toThrow('"PSA" is paused.');
    const wish = {
      workspace: world.workspace,
      connection: 'none',
      kind: 'full',
      by: 'admin',
      now: NOW,
    } as const;
    await expect(world.inTx((tx) => startSync(tx, wish))).rejects.toThrow('There is no connection "none".');
  });

  it('fails with the vendor’s reason in words', async () => {
    source.script = () => {
      throw new ConnectorProblem('credentials', 'Scripted PSA refuses the keys.');
    };
    expect(await world.run('full')).toMatchObject({
      state: 'failed',
      message: 'Scripted PSA refuses the keys.',
    });
    source.script = () => {
      throw new TypeError('acme: secret');
    };
    expect(await world.run('full')).toMatchObject({
      state: 'failed',
      message: 'It failed unexpectedly; the server’s log says why.',
    });
    expect(JSON.stringify(world.warned)).toContain('acme: secret');
    expect(world.applied).toEqual([]);
  });

  it('asks again for an answer that makes no sense', async () => {
    source.script = ({ position }) => {
      if (position % 3 !== 0) throw new ConnectorProblem('answer', 'It ends in the middle.');
      return undefined;
    };
    expectSucceeded(await world.run('full'));
    expect(await world.mirror()).toEqual(truthOf(tenant));
  });

  it('is put off where the vendor’s system does not answer, goes on where it was, and fails in the end', async () => {
    const away = new ConnectorProblem('unreachable', 'Scripted PSA does not answer.');
    source.script = ({ position }) => {
      if (position > 10) throw away;
      return undefined;
    };
    const off = await world.run('full');
    expect(off).toMatchObject({
      state: 'due',
      message: 'Scripted PSA does not answer. It goes on in 1 minute.',
    });
    expect(await world.work()).toBeUndefined();
    for (const minutes of [1, 5, 15, 15]) {
      later(minutes);
      expect(await world.work()).toMatchObject({ state: 'due' });
    }
    later(15);
    expect(await world.work()).toMatchObject({ state: 'failed', message: 'Scripted PSA does not answer.' });
  });

  it('goes on after an outage without reading a page twice', async () => {
    let down = true;
    source.script = ({ position }) => {
      if (position === 11 && down) throw new ConnectorProblem('busy', 'It asks to be left alone.');
      return undefined;
    };
    await world.run('full');
    down = false;
    later(1);
    const run = await world.work();
    expectSucceeded(run);
    expect(run!.progress.putOff).toBe(0);
    const pages = run!.progress.kinds.reduce((sum, { pages: of }) => sum + of, 0);
    expect(source.reads.length).toBe(pages + 1);
    expect(await world.mirror()).toEqual(truthOf(tenant));
  });

  describe('by itself', () => {
    const due = async () => {
      await scheduleRuns(engine.database, world.now);
      return (await world.work())?.kind;
    };

    it('comes as often as the connection says, and once a day for everything', async () => {
      expect(await due()).toBe('full');
      expect(await due()).toBeUndefined();
      later(14);
      expect(await due()).toBeUndefined();
      later(1);
      expect(await due()).toBe('incremental');
      world.now = new Date('2026-12-01T01:59:00.000Z');
      expect(await due()).toBe('incremental');
      later(1);
      expect(await due()).toBe('full');
    });

    it('does not come to a paused connection', async () => {
      await scheduleRuns(engine.database, world.now);
      await engine.database.pool.query(`update connections set state = 'paused'`);
      expect(await due()).toBeUndefined();
      await engine.database.pool.query(`update connections set state = 'on' where workspace_id = $1`, [
        world.workspace,
      ]);
      expect(await due()).toBe('full');
    });
  });

  describe('after a hint', () => {
    const hint = (...kinds: ('companies' | 'contracts' | 'tickets')[]) =>
      hintArrived(engine.database, { ...world, kinds, now: world.now });

    it('reads what was named, all that came at once together', async () => {
      await world.run('full');
      later(2);
      rename('2', 'Hinted');
      await hint('companies');
      await hint('tickets', 'companies');
      expect(await world.work()).toBeUndefined();
      later(1);
      const run = await world.work();
      expectSucceeded(run);
      expect(run!.progress.kinds.map((one) => one.kind)).toEqual(['companies', 'tickets']);
      expect(await world.mirror()).toEqual(truthOf(tenant));
    });

    it('that comes while a run is at hand reads afterwards', async () => {
      source.script = async (read) => {
        if (read.kind === 'tickets' && read.request.cursor === null) await hint('companies');
        return undefined;
      };
      expectSucceeded(await world.run('full'));
      const next = await world.work();
      expect(next).toMatchObject({ kind: 'incremental', kinds: ['companies'], state: 'succeeded' });
      expect(await world.work()).toBeUndefined();
    });

    it('does nothing while the connection is not on', async () => {
      await engine.database.pool.query(`update connections set state = 'paused' where workspace_id = $1`, [
        world.workspace,
      ]);
      await hint('companies');
      later(1);
      expect(await world.work()).toBeUndefined();
    });
  });

  it('of another workspace is not there', async () => {
    const run = await world.run('full');
    const stranger = await syncWorld(engine.database, source, { now: NOW });
    expect(await stranger.inTx((tx) => readRun(tx, run.id))).toBeUndefined();
    await expect(
      stranger.inTx((tx) => cancelRun(tx, { ...answer(run.id), workspace: stranger.workspace })),
    ).rejects.toThrow('There is no sync');
    expect(
      await claimRun(engine.database, { runner: OTHER_RUNNER, lease: 1, now: world.now }),
    ).toBeUndefined();
  });
});
