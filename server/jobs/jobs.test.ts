import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { twoRegions } from '../testing/two-regions.ts';
import { endExpired } from './end-expired.ts';
import { type Job, type JobContext, JobProblem } from './job.ts';
import { addMissingJobs, claimDue } from './lease.ts';
import { runDue } from './run-due.ts';

onBothEngines('jobs', (engine) => {
  let workspace: string;
  let server: TestServer;
  let admin: Client;
  let now: Date;
  let ran: string[];
  let warned: unknown[];
  const runner = {
    id: '0e1f5a52-5f0f-4f4e-9f57-5d3f3c1f7a11',
    lease: 60_000,
    stopping: new AbortController().signal,
  };

  const job = (id: string, run: Job['run'], schedule: Job['schedule'] = { everyMinutes: 15 }): Job => ({
    id,
    name: id,
    description: id,
    schedule,
    run: (context, call) => {
      ran.push(`${id} ${call.now.toISOString()}`);
      return run(context, call);
    },
  });
  const works = job('works', async () => 'Worked.');
  const fails = job('fails', async () => {
    throw new JobProblem('The moon stood wrong.');
  });

  const context = (): JobContext => ({ ...server.context, now: () => now });
  const run = (...jobs: Job[]) => runDue(context(), jobs, { ...runner, warn: (entry) => warned.push(entry) });
  const state = async (id: string) => {
    const { rows } = await engine.database.pool.query(
      'select next_run_at as next, failures, runner, requested_by as by from jobs where workspace_id = $1 and job = $2',
      [workspace, id],
    );
    return rows[0];
  };
  const runs = async (id: string) => {
    const { rows } = await engine.database.pool.query(
      'select outcome, message from job_runs where workspace_id = $1 and job = $2 order by id',
      [workspace, id],
    );
    return rows.map(({ outcome, message }) => `${outcome}: ${message}`);
  };

  beforeAll(async () => {
    workspace = await addWorkspace(engine.database, 'Northwind IT', twoRegions);
    server = await openTestServer(engine.database, { now: () => now });
    admin = server.withKey(await giveKey(engine.database, workspace, 'admin'));
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    now = new Date('2026-11-22T10:00:00.000Z');
    ran = [];
    warned = [];
    await engine.database.pool.query('delete from jobs');
    await addMissingJobs(engine.database, [works, fails], now);
  });

  it('run once when they are due, then again at their next time', async () => {
    expect(await run(works)).toMatchObject({ job: 'works', workspace });
    expect(await run(works)).toBeUndefined();
    expect((await state('works')).next.toISOString()).toBe('2026-11-22T10:15:00.000Z');
    now = new Date('2026-11-22T10:14:59.999Z');
    expect(await run(works)).toBeUndefined();
    now = new Date('2026-11-22T13:07:00.000Z');
    expect(await run(works)).toBeDefined();
    expect(await run(works)).toBeUndefined();
    expect(ran).toEqual(['works 2026-11-22T10:00:00.000Z', 'works 2026-11-22T13:07:00.000Z']);
    expect(await runs('works')).toEqual(['succeeded: Worked.', 'succeeded: Worked.']);
  });

  it('that fail are tried again soon, then less often, and say why', async () => {
    const broken = job('fails', async () => {
      throw new Error('acme: secret');
    });
    for (const [minute, one] of [
      [0, fails],
      [1, broken],
      [6, fails],
    ] as const) {
      now = new Date(Date.UTC(2026, 10, 22, 10, minute));
      expect(await run(one), String(minute)).toBeDefined();
      expect(await run(one)).toBeUndefined();
    }
    expect(await state('fails')).toMatchObject({ failures: 3, runner: null });
    expect((await state('fails')).next.toISOString()).toBe('2026-11-22T10:15:00.000Z');
    expect(await runs('fails')).toEqual([
      'failed: The moon stood wrong.',
      'failed: It failed unexpectedly; the server’s log says why.',
      'failed: The moon stood wrong.',
    ]);
    expect(JSON.stringify(warned)).toContain('acme: secret');
    now = new Date('2026-11-22T10:15:00.000Z');
    await run(job('fails', async () => 'At last.'));
    expect(await state('fails')).toMatchObject({ failures: 0 });
  });

  it('are not run by two at once, and are taken over when the one who ran them is gone', async () => {
    const other = { runner: 'ffffffff-5f0f-4f4e-9f57-5d3f3c1f7a11', now };
    expect(await claimDue(engine.database, ['works'], { ...other, lease: 60_000 })).toBeDefined();
    expect(await run(works)).toBeUndefined();
    await engine.database.pool.query(`update jobs set lease_until = clock_timestamp() - interval '1 ms'`);
    expect(await run(works)).toBeDefined();
    expect(await runs('works')).toEqual([
      'interrupted: The process that ran it ended; another one has taken it over.',
      'succeeded: Worked.',
    ]);
  });

  it('that were taken over do not put themselves on record', async () => {
    const slow = job('works', async () => {
      await engine.database.pool.query(
        `update jobs set lease_until = clock_timestamp() - interval '1 ms' where job = 'works'`,
      );
      await claimDue(engine.database, ['works'], {
        runner: 'ffffffff-5f0f-4f4e-9f57-5d3f3c1f7a11',
        now,
        lease: 60_000,
      });
      return 'Too late.';
    });
    await run(slow);
    expect(await runs('works')).toEqual([
      'interrupted: The process that ran it ended; another one has taken it over.',
      'null: null',
    ]);
  });

  it('let go when the server stops, and are due again', async () => {
    const stop = new AbortController();
    const long = job('works', async (_context, { stopIfAsked }) => {
      stop.abort();
      stopIfAsked();
      return 'Never.';
    });
    await runDue(context(), [long], {
      ...runner,
      stopping: stop.signal,
      warn: (entry) => warned.push(entry),
    });
    expect(await runs('works')).toEqual(['interrupted: The server was stopped; the run is due again.']);
    expect(warned).toEqual([]);
    expect(await run(works)).toBeDefined();
  });

  it('keep their last fifty runs', async () => {
    await engine.database.pool.query(
      `insert into job_runs (workspace_id, job, due_at, started_at, ended_at, outcome, message)
       select $1, 'works', $2, $2, $2, 'succeeded', n::text from generate_series(1, 60) n`,
      [workspace, now],
    );
    await run(works);
    expect((await runs('works')).length).toBe(50);
    expect((await runs('works')).at(-1)).toBe('succeeded: Worked.');
  });

  it('are for admins to see and to let run, and whose wish it was is on record', async () => {
    await addMissingJobs(engine.database, [endExpired], now);
    await run(endExpired);
    const listed = async () =>
      (await admin.get('/jobs')).json().items.find((one: { id: string }) => one.id === endExpired.id);
    expect(await listed()).toMatchObject({
      running: false,
      nextRunAt: '2026-11-22T11:00:00.000Z',
      schedule: 'Every hour',
    });
    now = new Date('2026-11-22T10:20:00.000Z');
    const asked = await admin.post(`/jobs/${endExpired.id}/run`);
    expect([asked.statusCode, asked.json().nextRunAt], asked.body).toEqual([200, now.toISOString()]);
    const claimed = await claimDue(engine.database, [endExpired.id], {
      runner: runner.id,
      lease: 60_000,
      now,
    });
    expect(claimed).toBeDefined();
    expect((await listed()).running).toBe(true);
    expect((await admin.post(`/jobs/${endExpired.id}/run`)).statusCode).toBe(409);
    const { items } = (await admin.get(`/jobs/${endExpired.id}/runs`)).json();
    expect(items).toMatchObject([
      { outcome: 'running', requestedBy: { id: 'admin' }, endedAt: null },
      { outcome: 'succeeded', requestedBy: null },
    ]);
    expect((await admin.get('/activity?limit=1')).json().items[0].sentence).toMatch(
      / ran the job Clear what has expired$/,
    );
    expect((await admin.get('/jobs/none/runs')).statusCode).toBe(404);
  });

  it('clear what has expired, and nothing else', async () => {
    await engine.database.pool.query(
      `insert into invitations (workspace_id, "user", token_hash, expires_at) values
       ($1, 'viewer', '\\x01', '2026-11-22T09:00:00Z'), ($1, 'manager', '\\x02', '2026-11-22T11:00:00Z')`,
      [workspace],
    );
    await addMissingJobs(engine.database, [endExpired], now);
    await run(endExpired);
    expect(await runs(endExpired.id)).toEqual(['succeeded: Removed 0 sessions and 1 invitation.']);
    const { rows } = await engine.database.pool.query(`select "user" from invitations`);
    expect(rows).toEqual([{ user: 'manager' }]);
  });
});
