import { appendFile } from 'node:fs/promises';
import path from 'node:path';

/** Adds to a large bundle what filters and what-ifs need: scores, so statuses and segments, two account managers, three account groups. */
export async function addScoresAndPeople(folder: string, companies: number): Promise<void> {
  const all = Array.from({ length: companies }, (_, i) => i);
  const write = (name: string, lines: readonly string[]) =>
    appendFile(path.join(folder, `${name}.csv`), `${lines.join('\r\n')}\r\n`);
  const metric = 'key,name,maxScore,weight,kind';
  await write('health_metrics', [metric, 'sentiment,Sentiment,10,1,custom']);
  await write('effort_metrics', [metric, 'effort,Effort,10,1,custom']);
  await write('health_scores', [
    'company,metric,points',
    ...all.map((i) => `company-${i},sentiment,${i % 11}`),
  ]);
  await write('effort_scores', [
    'company,metric,points',
    ...all.map((i) => `company-${i},effort,${(i * 7) % 11}`),
  ]);
  await write('users', [
    'key,name,email,role',
    'm1,M 1,m1@bench.example,member',
    'm2,M 2,m2@bench.example,member',
  ]);
  const third = (n: number) =>
    all
      .filter((i) => i % 3 === n)
      .map((i) => `company-${i}`)
      .join('|');
  await write('account_groups', [
    'key,name,companies,accountManagers',
    ...[0, 1, 2].map((n) => `g${n},G ${n},${third(n)},m${1 + (n % 2)}`),
  ]);
}
