import { SegmentedControl, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProductCode } from '../../contract/product-codes.ts';
import type { StackItem } from '../../contract/stack-items.ts';
import { useMoney } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/links.tsx';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { formatCount } from '../ui/numbers.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import panel from '../ui/Panel.module.css';
import { MappedNote } from './MappedNote.tsx';
import { ProductCodesTable } from './ProductCodesTable.tsx';
import { type CodeFilter, filteredCodes } from './product-code-filter.ts';
import { productCodesQuery, stackQuery } from './queries.ts';
import classes from './stack-items.module.css';
import { useMapCode } from './use-map-code.ts';

/** The product codes that contract lines bill, and which product of the stack each means. */
export function ProductCodesPage() {
  const codes = useQuery(productCodesQuery);
  const stack = useQuery(stackQuery);
  const error = codes.error ?? stack.error;
  const retry = () => {
    void codes.refetch();
    void stack.refetch();
  };
  return (
    <>
      <PageHeader
        title="Product codes"
        note="What contract lines bill, and which product of the stack it means: so a client’s current product and MRR fill themselves"
      >
        <ButtonLink {...paths.stackManager()} variant="default">
          Stack Manager
        </ButtonLink>
      </PageHeader>
      {error ? <LoadFailed error={error} onRetry={retry} /> : null}
      {!error && !(codes.data && stack.data) ? <Skeleton h={320} /> : null}
      {!error && codes.data && stack.data ? (
        <ProductCodes codes={codes.data.items} stack={stack.data.items} />
      ) : null}
    </>
  );
}

interface ProductCodesProps {
  readonly codes: readonly ProductCode[];
  readonly stack: readonly StackItem[];
}

const FILTERS = { unmapped: 'Unmapped', several: 'Several products', all: 'All' } as const;

function ProductCodes({ codes, stack }: ProductCodesProps) {
  const money = useMoney();
  const [filter, setFilter] = useState<CodeFilter>('unmapped');
  const mapping = useMapCode();
  const shown = filteredCodes(codes, filter);
  const mrr = shown.reduce((sum, code) => sum + code.mrr, 0);
  return (
    <>
      <div className={classes.toolbar}>
        <SegmentedControl
          aria-label="Which codes"
          value={filter}
          onChange={(value) => setFilter(value as CodeFilter)}
          data={(['unmapped', 'several', 'all'] as const).map((value) => ({
            value,
            label: `${FILTERS[value]} (${filteredCodes(codes, value).length})`,
          }))}
        />
        <Text fz="sm" c="dimmed" className="qd-figures">
          {formatCount(shown.length, 'code', 'codes')}, {money.full(mrr)} of MRR a month
        </Text>
      </div>
      <MappedNote mapping={mapping} />
      <section className={panel.panel} aria-label="Product codes">
        {shown.length > 0 ? (
          <ProductCodesTable codes={shown} stack={stack} mapping={mapping} />
        ) : (
          <NoCodes filter={filter} any={codes.length > 0} />
        )}
      </section>
    </>
  );
}

function NoCodes({ filter, any }: { readonly filter: CodeFilter; readonly any: boolean }) {
  if (!any)
    return (
      <EmptyNote title="No contract line has a product code">
        Codes come with contract lines, typed or imported. Each can then be mapped to a product here.
      </EmptyNote>
    );
  return filter === 'unmapped' ? (
    <EmptyNote title="Every code is mapped">
      Each code on a contract line means a product of the stack.
    </EmptyNote>
  ) : (
    <EmptyNote title="No code means several products">Each means one product at most.</EmptyNote>
  );
}
