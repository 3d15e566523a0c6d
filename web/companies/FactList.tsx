import type { ReactNode } from 'react';
import classes from './companies.module.css';

/** Pairs of a term and what it is; a pair without a value (null) is left out. */
export function FactList({
  facts,
}: {
  readonly facts: readonly (readonly [term: string, value: ReactNode])[];
}) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter(([, value]) => value !== null)
        .map(([term, value]) => (
          <FactPair key={term} term={term} value={value} />
        ))}
    </dl>
  );
}

const FactPair = ({ term, value }: { term: string; value: ReactNode }) => (
  <>
    <dt>{term}</dt>
    <dd>{value}</dd>
  </>
);
