import type { AlignmentRow } from '../../contract/alignment.ts';
import { formatMoment } from '../ui/days.ts';
import { formatCount, formatDecimal } from '../ui/numbers.ts';
import classes from './alignment.module.css';

/** The notes of a row in brief. */
export function NotesHint({ notes }: Pick<AlignmentRow, 'notes'>) {
  if (notes.count === 0) return <p>No notes yet</p>;
  const more = notes.count - notes.latest.length;
  return (
    <>
      {notes.latest.map(({ id, text, createdAt, createdBy }) => (
        <div key={id}>
          <p className={classes.noteText} dir="auto">
            {text}
          </p>
          <p className={classes.noteMeta}>
            {[createdBy?.name, createdAt && formatMoment(createdAt)].filter(Boolean).join(', ')}
          </p>
        </div>
      ))}
      {more > 0 ? (
        <p className={classes.noteMeta}>and {formatCount(more, 'more note', 'more notes')}</p>
      ) : null}
    </>
  );
}

/** What a stack item is. */
export function ServiceHint({ row }: { readonly row: AlignmentRow }) {
  const { stackItem, definition, category, tags, weight, counts, reason, anyOneOf } = row;
  const facts = [
    category,
    tags.length > 0 ? `tags: ${tags.join(', ')}` : null,
    anyOneOf ? `any one of “${anyOneOf}” is enough` : null,
    `weight ${formatDecimal(weight)}`,
  ].filter((fact) => fact !== null);
  return (
    <>
      <p>
        <b>{stackItem.name}</b>
      </p>
      <p dir="auto">{definition ?? 'It has no definition yet.'}</p>
      <p className={classes.noteMeta}>{facts.join(' · ')}</p>
      {counts ? null : <p className={classes.noteMeta}>In no figure: {reason}.</p>}
    </>
  );
}
