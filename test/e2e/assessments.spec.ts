import { ADMIN } from './harborlight.ts';
import { type Api, expect, openSettings, test } from './small-workspace.ts';

const ACME = 'acme-dental';

/** A template of two categories with a question each, of which one names a stack item. */
async function makeTemplate(api: Api): Promise<void> {
  const question = (category: string, words: string, stackItem: string | null) => ({
    ...{ id: null, category, question: words, guidance: null, weight: '1' },
    ...{ stackItem, answers: null, notApplicable: true },
  });
  await api.post('/assessment-templates', {
    name: 'Baseline',
    description: null,
    answers: [
      { label: 'Yes', points: '1', color: 'green' },
      { label: 'No', points: '0', color: 'red' },
    ],
    retired: false,
    items: [
      question('Web', 'Is web traffic filtered?', 'web-filtering'),
      question('Web', 'Are certificates renewed by themselves?', null),
      question('Backup', 'Was a restore tested?', null),
    ],
  });
}

test('an administrator begins with a starter template and makes it their own, by keyboard too', async ({
  page,
  freshServer,
  api,
}) => {
  await openSettings(page, freshServer.url, 'assessment-templates', 'Assessment Templates');
  await page.getByRole('button', { name: 'Begin with “Security posture”' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Security posture' })).toBeVisible();
  const access = page.getByRole('list', { name: 'Questions of Identity & access' });
  const questions = () => access.getByRole('listitem').allTextContents();
  const [first, second] = await questions();
  await access.getByRole('button', { name: /^Move Is multi-factor sign-in enforced/ }).press('ArrowDown');
  await expect.poll(questions).toEqual(expect.arrayContaining([second, first]));
  expect((await questions())[0]).toBe(second);

  await page.getByRole('button', { name: 'Add question to Backup & recovery' }).click();
  const save = page.getByRole('region', { name: 'Save' });
  await expect(save.getByText('A question needs its words.')).toBeVisible();
  await expect(save.getByRole('button', { name: 'Save' })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Question', exact: true }).fill('Is the tape vault closed?');
  await page.getByRole('switch', { name: 'Answers of its own' }).click();
  await page
    .getByRole('group', { name: 'Answers to this question' })
    .getByLabel('Answer 1: label')
    .fill('Always');
  await save.getByRole('button', { name: 'Save' }).click();
  await expect(save.getByText('No changes')).toBeVisible();
  const { items } = (await api.get('/assessment-templates')) as {
    items: { items: Record<string, unknown>[] }[];
  };
  const saved = items[0]!.items.find(({ question }) => question === 'Is the tape vault closed?');
  expect(saved).toMatchObject({ category: 'Backup & recovery', answers: [{ label: 'Always' }, {}, {}] });
  expect(items[0]!.items[1]!.question).toMatch(/^Is multi-factor sign-in enforced/);
});

test('a vCIO takes an assessment on a tablet, loses nothing without a connection, finishes it, and recommends what is missing', async ({
  page,
  freshServer,
  api,
}) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await makeTemplate(api);
  await page.goto(`${freshServer.url}/customers/${ACME}/assessments`);
  await expect(page.getByText('Not assessed yet')).toBeVisible();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start' }).click();

  const asked = (words: string) => page.getByRole('group', { name: words });
  const progress = page.getByRole('region', { name: 'Progress' });
  await asked('Is web traffic filtered?').getByRole('radio', { name: 'No', exact: true }).check();
  await expect(progress.getByText('Every answer is saved')).toBeVisible();
  await expect(progress.getByText('2 questions open · 0 of 100 so far')).toBeVisible();

  // without a connection the answers wait, over a reload too
  await page.route('**/answers/**', (route) => route.abort());
  await asked('Are certificates renewed').getByRole('radio').first().focus();
  await page.keyboard.press('1');
  await expect(progress.getByText('1 answer is kept on this device')).toBeVisible();
  await expect(asked('Was a restore tested?').getByRole('radio', { name: 'Yes' })).toBeFocused();
  await page.reload();
  await expect(progress.getByText('1 answer is kept on this device')).toBeVisible();
  await page.unroute('**/answers/**');
  await progress.getByRole('button', { name: 'Try now' }).click();
  await expect(progress.getByText('Every answer is saved')).toBeVisible();

  // what somebody else answers shows; of two different answers to one question a person decides
  const { items } = (await api.get(`/companies/${ACME}/assessments`)) as { items: { id: string }[] };
  const answers = `/assessments/${items[0]!.id}/answers`;
  const restore = asked('Was a restore tested?');
  await page.getByRole('button', { name: 'Backup' }).click();
  await page.route('**/assessments/*', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  );
  await api.patch(`${answers}/baseline-003`, { answer: 'No' });
  // not checked for staying checked: the refusal may be there before one looks
  await restore.getByRole('radio', { name: 'Yes' }).click();
  await expect(restore.getByRole('alert')).toContainText(
    `${ADMIN.name} said “No” meanwhile; you said “Yes”.`,
  );
  await restore.getByRole('button', { name: 'Use mine' }).click();
  await expect(progress.getByText('All answered · 66.7 of 100 so far')).toBeVisible();
  await page.unroute('**/assessments/*');

  await progress.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByRole('region', { name: 'Score' })).toContainText('66.7 of 100');
  const weak = page.getByRole('region', { name: 'To do something about' });
  await weak.getByRole('button', { name: /^Recommend Web filtering/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await expect(page.getByText('The recommendation is created.')).toBeVisible();
});

test('an import says what is wrong by line, then what it will do, and two assessments are compared', async ({
  page,
  freshServer,
}) => {
  await page.goto(`${freshServer.url}/customers/${ACME}/assessments`);
  await page.getByRole('button', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import assessments' });
  const choose = (...rows: string[]) =>
    dialog.locator('input[type=file]').setInputFiles({
      name: 'audit.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        ['template,takenOn,category,question,answer,points,possible', ...rows].join('\r\n'),
      ),
    });
  await choose('Audit,2026-13-01,Backup,Restore tested?,No,0,1');
  await expect(dialog).toContainText('takenOn is "2026-13-01"; expected a date such as 2026-11-30');
  await choose(
    'Audit,2025-06-01,Backup,Restore tested?,No,0,1',
    'Audit,2025-06-01,Backup,Offsite copy?,Yes,1,1',
    'Audit,2026-06-01,Backup,Restore tested?,Yes,1,1',
    'Audit,2026-06-01,Backup,Offsite copy?,Yes,1,1',
  );
  await expect(dialog.getByRole('status')).toHaveText('2 assessments will be added:');
  await dialog.getByRole('button', { name: 'Import' }).click();
  const list = page.getByRole('list', { name: 'Assessments' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  for (const box of await list.getByRole('checkbox').all()) await box.check();
  await expect(page.getByText('50 → 100: 1 better, 0 worse, 0 otherwise changed, 1 the same')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Compared questions' }).getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('img', { name: /^Audit\./ })).toBeVisible();
});
