import type { SurveyTool } from '../../../contract/survey-tools.ts';
import type { SurveyMapping } from '../../../domain/csat/survey-mapping.ts';

/** A mapping as it is sent. */
export function sentMapping({ paths, ratings }: SurveyMapping): SurveyTool['mapping'] {
  const { positive, neutral, negative } = ratings;
  return {
    paths: { ...paths },
    ratings: { positive: [...positive], neutral: [...neutral], negative: [...negative] },
  };
}

/** What a text says as JSON; undefined: it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
