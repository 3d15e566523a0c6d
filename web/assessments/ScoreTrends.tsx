import type { AssessmentSummary } from '../../contract/assessments.ts';
import { Panel } from '../ui/Panel.tsx';
import classes from './assessments.module.css';
import { TrendLine } from './TrendLine.tsx';

/** How the scores of each template have moved; nothing while none was taken twice. */
export function ScoreTrends({ assessments }: { readonly assessments: readonly AssessmentSummary[] }) {
  const scored = assessments
    .filter(({ status, score }) => status === 'finished' && score !== null)
    .toReversed();
  const templates = [...new Set(scored.map(({ template }) => template))].map((template) => ({
    template,
    points: scored
      .filter((it) => it.template === template)
      .map(({ takenOn, score }) => ({ day: takenOn, score: score! })),
  }));
  const moved = templates.filter(({ points }) => points.length > 1);
  if (moved.length === 0) return null;
  return (
    <Panel title="Trend">
      <div className={classes.trends}>
        {moved.map(({ template, points }) => (
          <TrendLine key={template} title={template} points={points} />
        ))}
      </div>
    </Panel>
  );
}
