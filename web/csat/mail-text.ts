import type { Survey } from '../../contract/csat.ts';

/** An e-mail that asks for feedback, in plain text; each of the three links ticks one answer on the page. */
export function mailText({ link, contact, about }: Survey, asks: string): string {
  const first = contact?.name.split(' ')[0];
  return `${first ? `Hi ${first},` : 'Hello,'}

How did we do${about === null ? '' : ` (${about})`}? One click is enough:

Good: ${link}?answer=positive
So-so: ${link}?answer=neutral
Bad: ${link}?answer=negative

Thank you,
${asks}`;
}
