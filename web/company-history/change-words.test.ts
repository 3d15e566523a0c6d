import { expect, test } from 'vitest';
import type { CompanyHistory } from '../../contract/company-history.ts';
import { moneyIn } from '../ui/money.ts';
import { changeSentence } from './change-words.ts';

const names = {
  money: moneyIn('USD', 'en-US'),
  segmentNamed: (segment: string | null) => (segment === null ? 'Not placed' : 'Most profitable'),
};
type Change = CompanyHistory['changes'][number];

test.each<[Change['figure'], Change['before'], Change['after'], string]>([
  ['health', 39, 31, 'Health fell by 8, from 39 to 31'],
  ['mrr', 100_000, 112_050, 'MRR rose by $120.50, from $1,000.00 to $1,120.50'],
  ['alignment', 60, 62.5, 'Alignment rose by 2.5%, from 60.0% to 62.5%'],
  ['coverage', 90, 10, 'Coverage of health fell by 80.0%, from 90.0% to 10.0%'],
  ['employees', null, 12, 'Employees changed from none to 12'],
  ['effort', 40, null, 'Effort changed from 40 to none'],
  ['healthStatus', 'Needs attention', 'At risk', 'Health status changed from Needs attention to At risk'],
  ['segment', 'high_value_low_effort', 'not_placed', 'Segment changed from Most profitable to Not placed'],
  ['stage', 'onboarding', 'active', 'Stage changed from Onboarding to Active'],
])('%s from %s to %s', (figure, before, after, sentence) => {
  expect(changeSentence({ figure, before, after, reasons: ['data'] }, names)).toBe(sentence);
});
