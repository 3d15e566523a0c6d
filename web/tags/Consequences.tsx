import { Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TagsPreview } from '../../contract/tags.ts';
import type { Definitions } from '../../domain/portfolio/definitions.ts';
import { retagged } from '../../domain/tags/retagged.ts';
import type { Draft } from '../../domain/what-if/draft.ts';
import { useMoney } from '../me/queries.ts';
import { FormError } from '../ui/FormError.tsx';
import { formatCount } from '../ui/numbers.ts';
import { inBrief } from '../what-if/in-brief.ts';
import { useNow } from '../what-if/use-now.ts';
import { useWhatIf } from '../what-if/use-what-if.ts';
import { tagsPreviewQuery } from './queries.ts';
import classes from './tags.module.css';

interface ConsequencesProps {
  readonly tag: string;
  /** Null: it goes away. */
  readonly to: string | null;
  readonly etag: string;
}

/** What a change of a tag does: how many carry it, which cells it switches on and off, and what that is worth. */
export function Consequences({ tag, to, etag }: ConsequencesProps) {
  const preview = useQuery(tagsPreviewQuery(tag, to, etag));
  const effect = useEffectInBrief(tag, to);
  if (preview.error) return <FormError error={preview.error} />;
  if (!preview.data) return <Loader size="sm" aria-label="Working out what that does" />;
  const { companies, stackItems, applicable, notApplicable } = preview.data;
  return (
    <section className={classes.consequences} aria-label="What that does">
      <Text fz="sm" fw={550}>
        {formatCount(companies, 'company', 'companies')} and{' '}
        {formatCount(stackItems.length, 'stack item', 'stack items')} carry it
      </Text>
      <Cells title="becomes applicable" plural="become applicable" cells={applicable} />
      <Cells title="is no longer applicable" plural="are no longer applicable" cells={notApplicable} />
      {applicable.count + notApplicable.count === 0 ? (
        <Text fz="sm">No alignment cell is switched on or off.</Text>
      ) : null}
      <Text fz="sm" className="qd-figures" role="status">
        {effect ?? 'Working out what it is worth…'}
      </Text>
    </section>
  );
}

interface CellsProps {
  readonly title: string;
  readonly plural: string;
  readonly cells: TagsPreview['applicable'];
}

function Cells({ title, plural, cells: { count, cells } }: CellsProps) {
  if (count === 0) return null;
  return (
    <details>
      <summary>
        {formatCount(count, 'cell', 'cells')} {count === 1 ? title : plural}
      </summary>
      <ul className={classes.cells}>
        {cells.map(({ company, stackItem }) => (
          <li key={JSON.stringify([company.id, stackItem.id])}>
            {company.name}: {stackItem.name}
          </li>
        ))}
        {count > cells.length ? <li>and {formatCount(count - cells.length, 'more', 'more')}</li> : null}
      </ul>
    </details>
  );
}

/** The figures that move, once they are worked out. */
function useEffectInBrief(tag: string, to: string | null): string | null {
  const money = useMoney();
  const { now, setNow } = useNow<Definitions>();
  const draft = useMemo(() => draftOf(now, tag, to), [now, tag, to]);
  const whatIf = useWhatIf(draft);
  setNow(whatIf.loaded?.definitions ?? null);
  if (whatIf.error) return whatIf.error.message;
  return now && whatIf.tried && !whatIf.trying ? inBrief(whatIf.tried.changes, money) : null;
}

function draftOf(now: Definitions | null, tag: string, to: string | null): Draft {
  if (!now) return {};
  const tags = new Map([[tag, to]]);
  return {
    tags,
    definitions: { stackItems: now.stackItems.map((item) => ({ ...item, tags: retagged(item.tags, tags) })) },
  };
}
