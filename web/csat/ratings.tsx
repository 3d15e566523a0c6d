import { Group } from '@mantine/core';
import Frown from 'lucide-react/icons/frown';
import Meh from 'lucide-react/icons/meh';
import Smile from 'lucide-react/icons/smile';
import type { CsatRating } from '../../domain/csat/satisfaction.ts';
import classes from './csat.module.css';

export const RATING_NAMES: Readonly<Record<CsatRating, string>> = {
  positive: 'Positive',
  neutral: 'Neutral',
  negative: 'Negative',
};

const FACES = { positive: Smile, neutral: Meh, negative: Frown };

/** A rating: its face in its colour, and its name. */
export function RatingLabel({ rating }: { readonly rating: CsatRating }) {
  const Face = FACES[rating];
  return (
    <Group component="span" gap={6} wrap="nowrap" display="inline-flex">
      <Face size={17} aria-hidden className={classes.face} data-rating={rating} />
      {RATING_NAMES[rating]}
    </Group>
  );
}

/** Where a response came from, as people say it. */
export function sourceName(source: string | null): string {
  if (source === null) return 'Not known';
  if (source === 'survey') return 'Survey link';
  return source === 'manual' ? 'By hand' : source;
}
