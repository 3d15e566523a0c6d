import { DEFAULT_ANSWERS } from '../../domain/assessments/answer-scale.ts';
import { assessmentScore, keptScore } from '../../domain/assessments/score.ts';
import { SECURITY_POSTURE } from '../../domain/assessments/security-posture.ts';
import type { StarterTemplate } from '../../domain/assessments/starter-template.ts';
import { TECHNOLOGY_STANDARDS } from '../../domain/assessments/technology-standards.ts';
import type { DemoClient } from './clients.ts';
import { type Random, random } from './random.ts';
import type { PortfolioRow, PortfolioRows } from './rows.ts';

/** The stack item that mends what is asked, by the beginning of the question. */
const MENDED_BY: readonly (readonly [begins: string, stackItem: string])[] = [
  ['Is multi-factor', 'multi-factor'],
  ['Do all staff have a business password', 'password-manager'],
  ['Is incoming e-mail filtered', 'email-security'],
  ['Is web traffic', 'web-filtering'],
  ['Does every computer and server run', 'endpoint-protection'],
  ['Is there a firewall', 'firewall'],
  ['Are all servers and business data', 'backup-servers'],
  ['Is cloud data', 'backup-saas'],
  ['Are alerts watched', 'managed-detection'],
  ['Does every user take part', 'awareness-training'],
  ['Is network equipment of our standard', 'switches'],
  ['Is there a second internet', 'internet-failover'],
  ['Does Wi-Fi cover', 'wireless'],
  ['Are all computers under warranty', 'device-lifecycle'],
  ['Is the phone system', 'voice'],
  ['Is there a technology budget', 'vcio'],
];

const SCALE = DEFAULT_ANSWERS.map(({ points, color, label }) => `${points}:${color}:${label}`).join('|');

interface Question {
  readonly key: string;
  readonly category: string;
  readonly question: string;
  readonly guidance: string;
  readonly weight: string;
  readonly stackItem: string;
}

function questionsOf(template: string, { categories }: StarterTemplate): Question[] {
  const all = categories.flatMap(([category, questions]) =>
    questions.map(([question, guidance, weight]) => ({ category, question, guidance, weight })),
  );
  return all.map((it, i) => ({
    ...it,
    key: `${template}-${String(i + 1).padStart(3, '0')}`,
    stackItem: MENDED_BY.find(([begins]) => it.question.startsWith(begins))?.[1] ?? '',
  }));
}

const STANDARDS = questionsOf('technology-standards', TECHNOLOGY_STANDARDS);
const SECURITY = questionsOf('security-baseline', SECURITY_POSTURE);

/** Templates, and a dozen clients assessed by the technology standards, most of them twice; one is half-way through. */
export function takenAssessments(
  clients: readonly DemoClient[],
): PortfolioRows & { readonly assessments: PortfolioRow[] } {
  const r = random(20261127);
  const chosen = clients.filter(({ key }, i) => key === 'rosewood-law-group' || i % 12 === 1);
  const taken = chosen.flatMap((client) => {
    const [early, late] = [client.maturity * 0.8, client.maturity * 0.85 + 0.15];
    return [
      assessment(r, client, '2025-11-18', early, false),
      assessment(r, client, '2026-05-12', (early + late) / 2, false),
      assessment(r, client, r.pick(['2026-10-08', '2026-11-03']), late, client === chosen[1]),
    ];
  });
  return {
    assessment_templates: [
      template('security-baseline', 'Security baseline', SECURITY_POSTURE.description),
      template('technology-standards', TECHNOLOGY_STANDARDS.name, TECHNOLOGY_STANDARDS.description),
    ],
    assessment_template_items: [
      ...itemRows('security-baseline', SECURITY),
      ...itemRows('technology-standards', STANDARDS),
    ],
    assessments: taken.map(({ row }) => row),
    assessment_answers: taken.flatMap(({ answers }) => answers),
  };
}

const template = (key: string, name: string, description: string): PortfolioRow => ({
  key,
  name,
  description,
  answers: SCALE,
});

function itemRows(template: string, questions: readonly Question[]): PortfolioRow[] {
  return questions.map((question, i) => ({ ...question, template, order: String(i + 1) }));
}

function assessment(r: Random, client: DemoClient, takenOn: string, level: number, unfinished: boolean) {
  const key = `${client.key}-technology-standards-${takenOn}`;
  const given = STANDARDS.map((question, i) => {
    const reading = r.next() * 0.6 + level * 0.7;
    const choice =
      reading > 0.72 ? DEFAULT_ANSWERS[0]! : reading > 0.48 ? DEFAULT_ANSWERS[1]! : DEFAULT_ANSWERS[2]!;
    const open = unfinished && i > 14;
    return { question, choice, applicable: open || !r.chance(0.05), open };
  });
  const { score } = assessmentScore(
    given.map(({ question, choice, applicable, open }) => ({
      category: question.category,
      weight: question.weight,
      possible: '1',
      points: applicable && !open ? choice.points : null,
      applicable,
    })),
  );
  const row: PortfolioRow = {
    key,
    company: client.key,
    template: TECHNOLOGY_STANDARDS.name,
    takenOn,
    score: unfinished || score === null ? '' : keptScore(score),
    status: unfinished ? 'in_progress' : 'finished',
    takenBy: client.owner,
  };
  const answers = given.map(
    ({ question: { key: item, ...question }, choice, applicable, open }, i): PortfolioRow => {
      const answered = applicable && !open;
      return {
        assessment: key,
        item,
        ...question,
        answers: SCALE,
        order: String(i + 1),
        answer: answered ? choice.label : '',
        points: answered ? choice.points : '',
        possible: '1',
        applicable: applicable ? '' : 'false',
        note:
          answered && choice.points === '0' && i % 5 === 0
            ? 'Talked about it; to be put into the budget.'
            : '',
        answeredBy: open ? '' : client.owner,
        answeredAt: open ? '' : `${takenOn}T15:${String(10 + i).padStart(2, '0')}:00Z`,
      };
    },
  );
  return { row, answers };
}
