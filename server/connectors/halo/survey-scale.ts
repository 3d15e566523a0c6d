import type { Decimal } from '../../../domain/portfolio/values.ts';
import type { SurveyRecord } from '../../../domain/sync/records.ts';

/** Which of HaloPSA's two figures rates an answer, and from the worst value of it to the best. */
export interface SurveyScale {
  readonly by: 'score' | 'band';
  readonly worst: number;
  readonly best: number;
}

/** "1-5", "5-1" (1 is best), "band 3-1"; null for anything else. */
export function parseSurveyScale(typed: string): SurveyScale | null {
  const parts = /^(band\s+)?(-?\d{1,3})\s*(?:-|–|to)\s*(-?\d{1,3})$/i.exec(typed.trim());
  if (!parts || Number(parts[2]) === Number(parts[3])) return null;
  return { by: parts[1] ? 'band' : 'score', worst: Number(parts[2]), best: Number(parts[3]) };
}

/** Positive in the best third of the scale, negative in the worst; null off the scale, or without one. */
export function surveyRating(
  answer: { readonly score: Decimal | null; readonly score_band: Decimal | null },
  scale: SurveyScale | null,
): SurveyRecord['rating'] {
  const value = scale?.by === 'band' ? answer.score_band : answer.score;
  if (!scale || value === null) return null;
  // Tripled, so that thirds are whole numbers.
  const up = Math.sign(scale.best - scale.worst);
  const place = 3 * up * (Number(value) - scale.worst);
  const length = up * (scale.best - scale.worst);
  if (place < 0 || place > 3 * length) return null;
  if (place >= 2 * length) return 'positive';
  return place <= length ? 'negative' : 'neutral';
}
