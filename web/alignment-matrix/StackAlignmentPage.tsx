import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AlignmentMatrix } from '../../contract/alignment-matrix.ts';
import { messageOf } from '../api/query-client.ts';
import { NoCompanyYet } from '../companies/NoCompanyYet.tsx';
import { FilterButton } from '../dashboard/FilterButton.tsx';
import { FilterRibbon } from '../dashboard/FilterRibbon.tsx';
import { NoMatch } from '../dashboard/NoMatch.tsx';
import { useMe, useMoney } from '../me/queries.ts';
import { formatDay } from '../ui/days.ts';
import type { Money } from '../ui/money.ts';
import { LoadFailed } from '../ui/Notes.tsx';
import { formatCount } from '../ui/numbers.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Matrix } from './Matrix.tsx';
import { MatrixSkeleton } from './MatrixSkeleton.tsx';
import { MatrixToolbar } from './MatrixToolbar.tsx';
import { NoStack } from './NoStack.tsx';
import { matrixQuery } from './queries.ts';
import { useMatrixView } from './use-matrix-view.ts';

const TITLE = 'Stack Alignment';

/** Stack Alignment Overview: every stack item at every company. */
export function StackAlignmentPage() {
  if (useMe().companies > 0) return <Overview />;
  return (
    <>
      <PageHeader title={TITLE} />
      <NoCompanyYet shows="how far each of them stands on your stack" />
    </>
  );
}

function Overview() {
  const { workspace } = useMe();
  const money = useMoney();
  const { view, change, choices, checked } = useMatrixView();
  const found = useQuery({ ...matrixQuery(view), enabled: checked });
  const matrix = found.data;
  const error = matrix ? null : (found.error ?? choices.error);
  const retry = () => {
    void found.refetch();
    void choices.refetch();
  };
  const note = matrix ? ` · ${sizeWords(matrix)} · ${totalWords(matrix, money)}` : '';
  return (
    <>
      <PageHeader title={TITLE} note={`As of ${formatDay(matrix?.asOf ?? workspace.asOf)}${note}`}>
        {choices.data ? (
          <FilterButton
            view={view}
            choices={choices.data}
            onToggle={() => change({ ribbon: !view.ribbon })}
          />
        ) : null}
      </PageHeader>
      {view.ribbon && choices.data ? (
        <FilterRibbon view={view} choices={choices.data} onChange={change} />
      ) : null}
      {error ? <LoadFailed error={error} onRetry={retry} /> : null}
      {matrix || error ? null : <MatrixSkeleton />}
      {matrix && found.error ? (
        <Alert color="red" variant="light" role="alert" mb="sm" p="sm" title="These figures may be old">
          {messageOf(found.error)}
        </Alert>
      ) : null}
      {matrix ? contents(matrix) : null}
    </>
  );

  function contents(shown: AlignmentMatrix) {
    if (shown.companies.length === 0) return <NoMatch view={view} onChange={change} />;
    if (shown.stackItems.length === 0)
      return view.stackItem.length > 0 ? <NoMatch view={view} onChange={change} /> : <NoStack />;
    return (
      <>
        <MatrixToolbar view={view} onChange={change} />
        <Matrix matrix={shown} view={view} settled={!found.isPlaceholderData} />
      </>
    );
  }
}

/** The other amounts of the page say "one-time" alone, once this has said what that is. */
const totalWords = ({ totals: { mrr, oneTime } }: AlignmentMatrix, { full }: Money): string =>
  `Opportunity ${full(mrr + oneTime)} (MRR ${full(mrr)}, one-time (NRR) ${full(oneTime)})`;

const sizeWords = ({ companies, stackItems }: AlignmentMatrix): string =>
  `${formatCount(companies.length, 'company', 'companies')} × ${formatCount(stackItems.length, 'stack item', 'stack items')}`;
