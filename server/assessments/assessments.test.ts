import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssessmentTemplate } from '../../contract/assessment-templates.ts';
import type { Assessment, AssessmentAnswer } from '../../contract/assessments.ts';
import { DEFAULT_ANSWERS } from '../../domain/assessments/answer-scale.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../testing/two-regions.ts';

const kestrel = COMPANIES.own.id;
const marmot = COMPANIES.other.id;

const question = (text: string, more: object = {}) => ({
  id: null,
  category: 'Access',
  question: text,
  guidance: null,
  weight: '1',
  stackItem: null,
  answers: null,
  notApplicable: true,
  ...more,
});

onBothEngines('assessments', (engine) => {
  let server: TestServer;
  let admin: Client;
  let manager: Client;
  let both: Client;
  let viewer: Client;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', {
      ...twoRegions,
      health_metrics: [
        { key: 'review', name: 'Review', max_score: 10, weight: 1, kind: 'assessment', fact: 'Review' },
      ],
    });
    server = await openTestServer(engine.database, { now: () => new Date('2026-11-22T12:00:00Z') });
    const client = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, manager, both, viewer] = [
      await client('admin'),
      await client('manager'),
      await client('both'),
      await client('viewer'),
    ];
  });
  afterAll(() => server.close());

  let templates = 0;
  const nextName = () => {
    templates += 1;
    return `Template ${templates}`;
  };
  const templateBody = (more: object = {}) => ({
    name: nextName(),
    description: null,
    answers: DEFAULT_ANSWERS,
    retired: false,
    items: [
      question('MFA everywhere?', { weight: '3', notApplicable: false, stackItem: 'mfa' }),
      question('Leavers removed?'),
      question('Restore tested?', {
        category: 'Backup',
        answers: [
          { label: 'Monthly', points: '5', color: 'green' },
          { label: 'Yearly', points: '2', color: 'orange' },
          { label: 'Never', points: '0', color: 'red' },
        ],
      }),
    ],
    ...more,
  });
  const put = (id: string, body: object, etag?: string) =>
    admin.send({
      method: 'PUT',
      url: `/assessment-templates/${id}`,
      payload: body,
      headers: etag === undefined ? {} : { 'if-match': etag },
    });
  async function newTemplate(more: object = {}): Promise<AssessmentTemplate> {
    const answer = await admin.post('/assessment-templates', templateBody(more));
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json();
  }
  async function start(template: string, company = kestrel, takenOn?: string): Promise<Assessment> {
    const answer = await manager.post(`/companies/${company}/assessments`, { template, takenOn });
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json();
  }
  const read = async (id: string): Promise<Assessment> => (await admin.get(`/assessments/${id}`)).json();
  const asChange = ({ id: _, etag: __, taken: ___, items, ...rest }: AssessmentTemplate) => ({
    ...rest,
    items: items.map(({ stackItem, ...item }) => ({ ...item, stackItem: stackItem?.id ?? null })),
  });
  const give = (assessment: Assessment, place: number, body: object, client = manager) =>
    client.patch(`/assessments/${assessment.id}/answers/${assessment.answers[place]!.item}`, body, {
      'if-match': assessment.answers[place]!.etag,
    });
  const healthOf = async (company: string) =>
    (await admin.get(`/companies/${company}/metrics/health`)).json().score;

  it('are taken answer by answer, scored as they stand, and count in health once finished', async () => {
    const template = await newTemplate({ name: 'Review' });
    const assessment = await start(template.id);
    expect(assessment).toMatchObject({ status: 'in_progress', takenOn: '2026-11-22', open: 3, score: null });
    expect(assessment.answers[0]).toMatchObject({ stackItem: { id: 'mfa', name: 'Multi-factor sign-in' } });
    expect((await give(assessment, 0, { answer: 'Yes' })).statusCode).toBe(200);
    expect((await give(assessment, 1, { applicable: false })).json()).toMatchObject({
      applicable: false,
      points: null,
    });
    expect((await give(assessment, 2, { answer: 'Yearly', note: 'In May.' })).json()).toMatchObject({
      points: '2',
      note: 'In May.',
      answeredBy: { id: 'manager' },
    });
    const score = (100 * (3 + 2)) / (3 + 5);
    expect(await read(assessment.id)).toMatchObject({ open: 0, notApplicable: 1, score });
    expect(await healthOf(kestrel)).toBeNull();
    const finished = await manager.post(`/assessments/${assessment.id}/finish`);
    expect(finished.json()).toMatchObject({ status: 'finished', score, takenBy: { id: 'manager' } });
    expect(
      finished
        .json()
        .categories.map(({ category, score: own }: { category: string; score: number }) => [category, own]),
    ).toEqual([
      ['Access', 100],
      ['Backup', 40],
    ]);
    expect(await healthOf(kestrel)).toBe(63);
    expect((await manager.post(`/assessments/${assessment.id}/reopen`)).json().status).toBe('in_progress');
    expect(await healthOf(kestrel)).toBeNull();
    expect((await manager.post(`/assessments/${assessment.id}/finish`)).statusCode).toBe(200);
    const activity = (await admin.get(`/companies/${kestrel}/activity`)).json().items;
    expect(activity.map(({ sentence }: { sentence: string }) => sentence).slice(0, 4)).toEqual([
      'User manager finished the assessment Review of 2026-11-22',
      'User manager reopened the assessment Review of 2026-11-22',
      'User manager finished the assessment Review of 2026-11-22',
      'User manager started the assessment Review of 2026-11-22',
    ]);
  });

  it('that are finished with nothing to score have none, and are in no metric', async () => {
    const { id } = await newTemplate({ items: [question('Own servers?')] });
    const assessment = await start(id);
    expect((await manager.post(`/assessments/${assessment.id}/finish`)).statusCode).toBe(409);
    await give(assessment, 0, { applicable: false });
    expect((await manager.post(`/assessments/${assessment.id}/finish`)).json()).toMatchObject({
      status: 'finished',
      score: null,
    });
  });

  it('keep what was asked when their template changes, and its name follows', async () => {
    const template = await newTemplate();
    const assessment = await start(template.id);
    const [first, second] = asChange(template).items;
    const changed = await put(
      template.id,
      {
        ...asChange(template),
        name: `${template.name} renamed`,
        items: [
          question('New question?'),
          { ...second!, weight: '7' },
          { ...first!, question: 'Other words?' },
        ],
      },
      template.etag,
    );
    expect(changed.statusCode, changed.body).toBe(200);
    const now: AssessmentTemplate = changed.json();
    expect(now.items.map(({ question: words }) => words)).toEqual([
      'New question?',
      'Leavers removed?',
      'Other words?',
    ]);
    expect(now.items.slice(1).map(({ id }) => id)).toEqual([template.items[1]!.id, template.items[0]!.id]);
    expect(await read(assessment.id)).toMatchObject({
      template: `${template.name} renamed`,
      answers: assessment.answers,
    });
    expect((await put(template.id, asChange(template), template.etag)).statusCode).toBe(412);
    expect(now.taken).toBe(1);
    const refused = await admin.delete(`/assessment-templates/${template.id}`);
    expect([refused.statusCode, refused.json().error.message]).toEqual([
      409,
      `"${template.name} renamed" is used by assessments. Retire it instead.`,
    ]);
    expect((await put(template.id, { ...asChange(now), retired: true })).json().retired).toBe(true);
    expect(
      (await manager.post(`/companies/${kestrel}/assessments`, { template: template.id })).statusCode,
    ).toBe(422);
  });

  it('carry another name of a template into the metrics that name it', async () => {
    const { items } = (await admin.get('/assessment-templates')).json();
    const review: AssessmentTemplate = items.find(({ name }: AssessmentTemplate) => name === 'Review');
    const before = await healthOf(kestrel);
    expect((await put(review.id, { ...asChange(review), name: 'Yearly review' })).statusCode).toBe(200);
    expect(await healthOf(kestrel)).toBe(before);
    const { parts: metrics } = (await admin.get(`/companies/${kestrel}/metrics/health`)).json();
    expect(metrics[0].metric.template).toBe('Yearly review');
  });

  describe('taken by two people at once', () => {
    it('lose nobody’s answers to different questions', async () => {
      const assessment = await start((await newTemplate()).id);
      const answers = await Promise.all([
        give(assessment, 0, { answer: 'No' }, manager),
        give(assessment, 1, { answer: 'Yes' }, both),
        give(assessment, 2, { note: 'Ask Kim.' }, admin),
      ]);
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
      const { answers: stored } = await read(assessment.id);
      expect(stored.map(({ answer, note }) => [answer, note])).toEqual([
        ['No', null],
        ['Yes', null],
        [null, 'Ask Kim.'],
      ]);
    });

    it('tell the second about the first, of whom and what they answered', async () => {
      const assessment = await start((await newTemplate()).id);
      const answers = await Promise.all([
        give(assessment, 0, { answer: 'No' }, manager),
        give(assessment, 0, { answer: 'Yes' }, both),
      ]);
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
      const winner: AssessmentAnswer = answers.find(({ statusCode }) => statusCode === 200)!.json();
      const { details } = answers.find(({ statusCode }) => statusCode === 412)!.json().error;
      expect(details).toMatchObject({ current: winner, changed: { by: winner.answeredBy } });
    });
  });

  it('refuse what makes no sense, in words', async () => {
    const template = await newTemplate();
    const assessment = await start(template.id);
    const refusals: [object, number, number, string][] = [
      [
        { answer: 'Perhaps' },
        0,
        422,
        '"Perhaps" is no answer to "MFA everywhere?"; expected one of Yes, Partly, No.',
      ],
      [{ applicable: false }, 0, 422, '"MFA everywhere?" has to be answered: it always applies.'],
    ];
    for (const [body, place, status, message] of refusals) {
      const answer = await give(assessment, place, body);
      expect([answer.statusCode, answer.json().error.message]).toEqual([status, message]);
    }
    expect((await give(assessment, 0, { answer: 'Yes', applicable: false })).statusCode).toBe(400);
    const twice = await admin.post('/assessment-templates', { ...templateBody(), name: template.name });
    expect(twice.statusCode).toBe(409);
    for (const body of [
      { answers: [DEFAULT_ANSWERS[0]] },
      { answers: DEFAULT_ANSWERS.map((it) => ({ ...it, points: '0' })) },
      { items: [question('Same?'), question('Same?')] },
      { items: [question('Linked?', { stackItem: 'nothing' })] },
      { items: [question('Stolen?', { id: template.items[0]!.id })] },
    ])
      expect((await admin.post('/assessment-templates', templateBody(body))).statusCode).toBe(422);
    await give(assessment, 0, { answer: 'Yes' });
    await manager.post(`/assessments/${assessment.id}/finish`);
    const late = await manager.patch(`/assessments/${assessment.id}/answers/${assessment.answers[1]!.item}`, {
      answer: 'Yes',
    });
    expect(late.statusCode).toBe(409);
  });

  it('are compared question by question with an earlier one of the same company', async () => {
    const template = await newTemplate();
    const [before, after] = [await start(template.id, kestrel, '2026-05-01'), await start(template.id)];
    for (const [place, from, to] of [
      [0, 'No', 'Yes'],
      [1, 'Yes', 'Partly'],
      [2, 'Never', 'Never'],
    ] as const) {
      await give(before, place, { answer: from });
      await give(after, place, { answer: to });
    }
    const { items } = (await viewer.get(`/assessments/${after.id}/comparison?before=${before.id}`)).json();
    expect(items.map(({ movement }: { movement: string }) => movement)).toEqual(['better', 'worse', 'same']);
    expect((await admin.get(`/assessments/${after.id}/comparison?before=${marmot}`)).statusCode).toBe(404);
  });

  it('can be dated otherwise and deleted, and are there once for one Idempotency-Key', async () => {
    const { id } = await newTemplate();
    const once = () =>
      manager.post(`/companies/${kestrel}/assessments`, { template: id }, { 'idempotency-key': id });
    const [one, other] = await Promise.all([once(), once()]);
    expect(other.json()).toEqual(one.json());
    const assessment: Assessment = one.json();
    const dated = await manager.patch(
      `/assessments/${assessment.id}`,
      { takenOn: '2026-11-01' },
      { 'if-match': assessment.etag },
    );
    expect(dated.json()).toMatchObject({ takenOn: '2026-11-01' });
    const stale = { 'if-match': assessment.etag };
    expect(
      (await manager.send({ method: 'DELETE', url: `/assessments/${assessment.id}`, headers: stale }))
        .statusCode,
    ).toBe(412);
    expect((await manager.delete(`/assessments/${assessment.id}`)).statusCode).toBe(204);
    expect((await admin.get(`/assessments/${assessment.id}`)).statusCode).toBe(404);
    const left = await sql`select from assessment_answers where assessment = ${assessment.id}`.execute(
      engine.database.kysely,
    );
    expect(left.rows).toEqual([]);
  });

  it('are not there for those who do not see the company, and not for viewers to change', async () => {
    const assessment = await start((await newTemplate()).id);
    for (const path of [`/assessments/${marmot}`, '/assessments/nothing']) {
      const unseen = await manager.get(path);
      expect([unseen.statusCode, unseen.json().error.message]).toEqual([
        404,
        `There is no assessment "${path.slice(13)}".`,
      ]);
    }
    expect((await manager.get(`/companies/${marmot}/assessments`)).statusCode).toBe(404);
    expect((await give(assessment, 0, { answer: 'Yes' }, viewer)).statusCode).toBe(403);
    expect((await viewer.get(`/assessments/${assessment.id}`)).statusCode).toBe(200);
    expect((await manager.post('/assessment-templates', templateBody())).statusCode).toBe(403);
  });

  it('that were brought in as a score stay as they are, and say so', async () => {
    const { items } = (await admin.get(`/companies/${marmot}/assessments`)).json();
    expect(items).toMatchObject([{ template: 'Baseline', score: 50, scoreOnly: true, status: 'finished' }]);
    expect((await admin.post(`/assessments/${marmot}/reopen`)).statusCode).toBe(409);
  });
});
