import { Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import Unlink from 'lucide-react/icons/unlink';
import { useState } from 'react';
import type { AlignmentRow } from '../../contract/alignment.ts';
import type { LinkedRecommendation } from '../../contract/recommendations.ts';
import { sourceWords } from '../companies/source-words.ts';
import { useMoney } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { FormError } from '../ui/FormError.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { AnchorLink } from '../ui/links.tsx';
import { formatDecimal, NONE } from '../ui/numbers.ts';
import classes from './alignment.module.css';
import { ExistingLinkForm } from './ExistingLinkForm.tsx';
import { NewRecommendationForm } from './NewRecommendationForm.tsx';
import { useLinks } from './use-links.ts';

interface LinksModalProps {
  readonly company: string;
  readonly row: AlignmentRow;
  readonly mayEdit: boolean;
  readonly onClose: () => void;
}

/** The recommendations that would move a service to the stack: linked ones, and how to link or create another. */
export function LinksModal({ company, row, mayEdit, onClose }: LinksModalProps) {
  const [way, setWay] = useState('new');
  const { link, unlink } = useLinks(company, row.stackItem.id);
  return (
    <Modal opened onClose={onClose} title={`Recommendations for ${row.stackItem.name}`} size="lg">
      <Stack gap="md">
        <Outcome row={row} />
        {row.links.length > 0 ? (
          <ul className={classes.noteList} aria-label="Linked recommendations">
            {row.links.map((linked) => (
              <Linked
                key={linked.id}
                company={company}
                linked={linked}
                mayUnlink={mayEdit}
                pending={unlink.isPending}
                onUnlink={() => unlink.mutate(linked.id)}
              />
            ))}
          </ul>
        ) : (
          <Text fz="sm" c="dimmed">
            No recommendation is linked yet.
          </Text>
        )}
        <FormError error={unlink.error} />
        {mayEdit && row.applicable ? (
          <>
            <SegmentedControl
              aria-label="Add a recommendation"
              value={way}
              onChange={setWay}
              data={[
                { value: 'new', label: 'Create a new one' },
                { value: 'existing', label: 'Link an existing one' },
              ]}
            />
            {way === 'new' ? (
              <NewRecommendationForm link={link.mutateAsync} />
            ) : (
              <ExistingLinkForm company={company} row={row} link={link.mutateAsync} />
            )}
          </>
        ) : null}
      </Stack>
    </Modal>
  );
}

/** What the row's opportunity is now, and why. */
function Outcome({ row: { mrrOpportunity, oneTimeOpportunity } }: Pick<LinksModalProps, 'row'>) {
  const money = useMoney();
  const said = ({ amount, source }: AlignmentRow['mrrOpportunity']) =>
    source === 'none' ? NONE : `${money.full(amount)} (${sourceWords(source)})`;
  const typed = [mrrOpportunity, oneTimeOpportunity].some(({ source }) => source === 'typed');
  return (
    <Text fz="sm" className="qd-figures">
      Opportunity now: MRR {said(mrrOpportunity)}, one-time {said(oneTimeOpportunity)}.
      {typed ? ' What was typed stands until it is reset in the grid.' : ''}
    </Text>
  );
}

interface LinkedProps {
  readonly company: string;
  readonly linked: LinkedRecommendation;
  readonly mayUnlink: boolean;
  readonly pending: boolean;
  readonly onUnlink: () => void;
}

function Linked({ company, linked, mayUnlink, pending, onUnlink }: LinkedProps) {
  const money = useMoney();
  const { id, title, status, open, winProbability, mrr, oneTime } = linked;
  return (
    <li className={classes.linkItem}>
      <div style={{ minWidth: 0 }}>
        <AnchorLink
          {...paths.recommendation(company, id)}
          fz="sm"
          fw={600}
          dir="auto"
          style={{ overflowWrap: 'anywhere' }}
        >
          {title}
        </AnchorLink>
        <Text fz="xs" c="dimmed" className="qd-figures">
          {status ?? 'No status'}
          {open ? '' : ', closed: in no sum'} · MRR {money.full(mrr)} · one-time {money.full(oneTime)} · won
          with {formatDecimal(winProbability)}%
        </Text>
      </div>
      {mayUnlink ? (
        <IconButton icon={Unlink} label={`Unlink ${title}`} disabled={pending} onClick={onUnlink} />
      ) : null}
    </li>
  );
}
