import type { Assessment } from '../portfolio/facts.ts';
import type { Day } from '../portfolio/values.ts';
import { compareText } from '../text/compare.ts';

/** The latest assessment taken by `asOf`, of one template or (null) of any; the last by id of several on one day. */
export function latestAssessment(
  assessments: readonly Assessment[],
  template: string | null,
  asOf: Day,
): Assessment | null {
  let latest: Assessment | null = null;
  for (const assessment of assessments) {
    if (assessment.takenOn > asOf || (template !== null && assessment.template !== template)) continue;
    const later =
      latest === null ||
      assessment.takenOn > latest.takenOn ||
      (assessment.takenOn === latest.takenOn && compareText(assessment.id, latest.id) > 0);
    if (later) latest = assessment;
  }
  return latest;
}
