import { Code } from '@mantine/core';
import type { SurveyDelivery } from '../../../contract/survey-tools.ts';
import classes from '../csat.module.css';

/** What was sent, without what is secret or personal, to be unfolded. */
export function DeliveryBody({ delivery: { body, tool } }: { readonly delivery: SurveyDelivery }) {
  if (body === '') return null;
  return (
    <details className={classes.body}>
      <summary>What was sent</summary>
      <Code block tabIndex={0} aria-label={`What ${tool.name} sent`}>
        {body}
      </Code>
    </details>
  );
}
