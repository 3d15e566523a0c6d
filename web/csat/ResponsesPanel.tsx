import { Group, Select, Text } from '@mantine/core';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import type { CsatResponse } from '../../contract/csat.ts';
import { CSAT_RATINGS } from '../../domain/csat/satisfaction.ts';
import { useMay } from '../me/queries.ts';
import { formatMoment } from '../ui/days.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { formatCount } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import classes from './csat.module.css';
import { DeleteResponse } from './DeleteResponse.tsx';
import { RATING_NAMES, RatingLabel, sourceName } from './ratings.tsx';

const NOBODY = ' ';

/** Every response, with what was said, narrowed by rating, contact and source. */
export function ResponsesPanel({ items }: { readonly items: readonly CsatResponse[] }) {
  const mayEdit = useMay('edit_companies');
  const [rating, setRating] = useState<string | null>(null);
  const [contact, setContact] = useState<string | null>(null);
  const [source, setSource] = useState<string | null>(null);
  const [deleting, setDeleting] = useState<CsatResponse | null>(null);
  const shown = items.filter(
    (one) =>
      (rating === null || one.rating === rating) &&
      (contact === null || (one.contact?.id ?? NOBODY) === contact) &&
      (source === null || sourceName(one.source) === source),
  );
  const contacts = new Map(items.map((one) => [one.contact?.id ?? NOBODY, one.contact?.name ?? 'Not known']));
  return (
    <Panel title="Responses">
      <Group gap="xs" mb="xs">
        <Select
          aria-label="Rating"
          placeholder="Any rating"
          clearable
          w={150}
          value={rating}
          onChange={setRating}
          data={CSAT_RATINGS.map((value) => ({ value, label: RATING_NAMES[value] }))}
        />
        <Select
          aria-label="Contact"
          placeholder="Any contact"
          clearable
          w={190}
          value={contact}
          onChange={setContact}
          data={[...contacts].map(([value, label]) => ({ value, label }))}
        />
        <Select
          aria-label="Source"
          placeholder="Any source"
          clearable
          w={160}
          value={source}
          onChange={setSource}
          data={[...new Set(items.map((one) => sourceName(one.source)))]}
        />
        <Text fz="sm" c="dimmed" role="status" className="qd-figures">
          {formatCount(shown.length, 'response', 'responses')}
        </Text>
      </Group>
      <ul className={classes.responses}>
        {shown.map((one) => (
          <li key={one.id} className={classes.response}>
            <div>
              <RatingLabel rating={one.rating} />
              <Text fz="xs" c="dimmed" className="qd-figures">
                {[one.contact?.name, formatMoment(one.answeredAt), one.about, sourceName(one.source)]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
              {one.comment ? <div className={classes.comment}>{one.comment}</div> : null}
            </div>
            {mayEdit ? (
              <IconButton
                icon={Trash2}
                label={`Delete the response of ${formatMoment(one.answeredAt)}`}
                onClick={() => setDeleting(one)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {deleting ? <DeleteResponse response={deleting} onClose={() => setDeleting(null)} /> : null}
    </Panel>
  );
}
