import { TagsInput } from '@mantine/core';
import { CSAT_RATINGS } from '../../../domain/csat/satisfaction.ts';
import type { SurveyMapping } from '../../../domain/csat/survey-mapping.ts';
import { RATING_NAMES } from '../ratings.tsx';

interface RatingFieldsProps {
  readonly ratings: SurveyMapping['ratings'];
  readonly onChange: (ratings: SurveyMapping['ratings']) => void;
}

/** Which ratings mean what; one that stands nowhere lets its delivery wait. */
export function RatingFields({ ratings, onChange }: RatingFieldsProps) {
  return (
    <>
      {CSAT_RATINGS.map((rating) => (
        <TagsInput
          key={rating}
          label={`${RATING_NAMES[rating]} ratings`}
          description={
            rating === 'positive'
              ? 'As they are sent: 5, gold, or a range such as 80..100. Enter adds one.'
              : null
          }
          value={[...ratings[rating]]}
          maxTags={50}
          onChange={(entries) => onChange({ ...ratings, [rating]: entries })}
        />
      ))}
    </>
  );
}
