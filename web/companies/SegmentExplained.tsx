import { Text } from '@mantine/core';
import type { CompanyExplanation } from '../../contract/explanation.ts';
import { useMoney } from '../me/queries.ts';
import { formatDecimal, formatWhole, NONE } from '../ui/numbers.ts';
import { FactList } from './FactList.tsx';

/** Where the company stands among the quadrants, and what that rests on. */
export function SegmentExplained({ segment }: { readonly segment: CompanyExplanation['segment'] }) {
  const money = useMoney();
  const { name, reason, value, valueMidpoint, valueMidpointSource, effort, effortMidpoint } = segment;
  const source = valueMidpointSource === 'median' ? 'the median of the current clients' : 'a fixed amount';
  return (
    <>
      <Text mb="sm">
        {name}: {reason}
      </Text>
      <FactList
        facts={[
          ['Value (MRR)', money.full(value)],
          ['Value midpoint', valueMidpoint === null ? NONE : `${money.full(valueMidpoint)}, ${source}`],
          ['Effort', formatWhole(effort)],
          ['Effort midpoint', formatDecimal(effortMidpoint)],
        ]}
      />
    </>
  );
}
