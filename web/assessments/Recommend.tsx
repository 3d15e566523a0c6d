import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AssessmentAnswer } from '../../contract/assessments.ts';
import { gridQuery } from '../alignment/queries.ts';
import { useMay } from '../me/queries.ts';
import { bookPrices } from '../recommendations/book-prices.ts';
import { NewRecommendation } from '../recommendations/RecommendationDialog.tsx';

interface RecommendProps {
  readonly company: string;
  /** Of the assessment. */
  readonly template: string;
  readonly answer: AssessmentAnswer;
}

/** Makes a recommendation of what was answered badly, for the stack item that would mend it. */
export function Recommend({ company, template, answer }: RecommendProps) {
  const mayEdit = useMay('edit_companies');
  const [open, setOpen] = useState(false);
  const { stackItem, question } = answer;
  // the line begins with what the item costs this company, so the dialog waits for that
  const grid = useQuery({ ...gridQuery(company), refetchInterval: false, enabled: open });
  if (!mayEdit) return null;
  const cell = grid.data?.rows.find((row) => row.stackItem.id === stackItem?.id);
  const begin = {
    title: `${stackItem?.name ?? question} (${template})`,
    lines: stackItem ? [{ id: null, stackItem: stackItem.id, ...bookPrices(cell) }] : [],
  };
  return (
    <>
      <Button
        variant="default"
        size="sm"
        aria-label={`Recommend ${stackItem?.name ?? 'something'} for “${question}”`}
        loading={open && grid.isPending}
        onClick={() => setOpen(true)}
      >
        {stackItem ? `Recommend ${stackItem.name}` : 'Recommend…'}
      </Button>
      {open && !grid.isPending ? (
        <NewRecommendation
          company={company}
          begin={begin}
          onClose={() => setOpen(false)}
          onCreated={() => notifications.show({ message: 'The recommendation is created.' })}
        />
      ) : null}
    </>
  );
}
