import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { testSurveyMapping } from '../../../contract/survey-tools.ts';
import type { SurveyMapping } from '../../../domain/csat/survey-mapping.ts';
import { call } from '../../api/call.ts';
import { formatMoment } from '../../ui/days.ts';
import { FormError } from '../../ui/FormError.tsx';
import { Panel } from '../../ui/Panel.tsx';
import classes from '../csat.module.css';
import { RatingLabel } from '../ratings.tsx';
import { jsonIn, sentMapping } from './mapping-draft.ts';
import { deliveriesQuery } from './queries.ts';

interface SamplePanelProps {
  readonly tool: string;
  readonly mapping: SurveyMapping;
  readonly sample: string;
  readonly onSample: (sample: string) => void;
}

/** A delivery to try the mapping on; nothing of it is kept. */
export function SamplePanel({ tool, mapping, sample, onSample }: SamplePanelProps) {
  const deliveries = useQuery(deliveriesQuery(tool));
  const last = deliveries.data?.find(({ body }) => jsonIn(body) !== undefined);
  const test = useMutation({
    mutationFn: () => call(testSurveyMapping, { body: { mapping: sentMapping(mapping), sample } }),
  });
  const isJson = sample.trim() === '' || jsonIn(sample) !== undefined;
  const set = (text: string) => {
    test.reset();
    onSample(text);
  };
  return (
    <Panel title="Test on a sample">
      <Stack gap="sm">
        <Textarea
          label="What the tool sends"
          description="Paste one delivery as JSON. Nothing of it is kept."
          autosize
          minRows={8}
          maxRows={18}
          spellCheck={false}
          classNames={{ input: classes.code ?? '' }}
          value={sample}
          error={isJson ? null : 'This is no JSON yet'}
          onChange={({ currentTarget }) => set(currentTarget.value)}
        />
        <Group gap="xs">
          <Button
            variant="default"
            onClick={() => test.mutate()}
            loading={test.isPending}
            disabled={sample.trim() === '' || !isJson}
          >
            Test
          </Button>
          {last ? (
            <Button variant="subtle" onClick={() => set(last.body)}>
              Take the last delivery
            </Button>
          ) : null}
        </Group>
        <FormError error={test.error} />
        <div role="status">{test.data ? <Result result={test.data} /> : null}</div>
      </Stack>
    </Panel>
  );
}

function Result({ result }: { readonly result: z.infer<typeof testSurveyMapping.response> }) {
  const { problem, rating, company, contact, match, about, answeredAt, comment, id } = result;
  if (problem !== null)
    return (
      <Text fz="sm" fw={550}>
        It would wait: {problem}
      </Text>
    );
  const lines = [
    ['Contact', contact?.name],
    ['About', about],
    ['Answered', answeredAt === null ? 'when it comes' : formatMoment(answeredAt)],
    ['Comment', comment],
    ['Id', id],
  ] as const;
  return (
    <Stack gap={4}>
      <Group gap={8} fw={550}>
        {rating === null ? 'No rating so far' : <RatingLabel rating={rating} />}
        <span>{company ? `for ${company.name}` : 'would wait for a company'}</span>
      </Group>
      <Text fz="sm" c="dimmed">
        {match}
      </Text>
      <dl className={classes.found}>
        {lines.map(([label, value]) =>
          value ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </Stack>
  );
}
