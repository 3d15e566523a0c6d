import { Button, Group, Text } from '@mantine/core';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import { useEffect, useId, useMemo, useState } from 'react';
import type { StackItem } from '../../domain/portfolio/definitions.ts';
import type { Draft } from '../../domain/what-if/draft.ts';
import { useMoney } from '../me/queries.ts';
import { inBrief } from '../what-if/in-brief.ts';
import { useWhatIf, type WhatIf } from '../what-if/use-what-if.ts';
import { WhatIfPanel } from '../what-if/WhatIfPanel.tsx';
import classes from './stack-items.module.css';
import { draftOfEdit, movesFigures, type StackEdit } from './what-if-draft.ts';

/** What saving the dialog would do to every company: in a line, and in full on request. Nothing while nothing is edited. */
export function StackWhatIf({ edit }: { readonly edit: StackEdit | null }) {
  return edit && movesFigures(edit) ? <Effect edit={edit} /> : null;
}

const NOTHING: Draft = {};

function Effect({ edit }: { readonly edit: StackEdit }) {
  // The edit is made anew with every stroke; as text it is the same for as long as it says the same.
  const said = JSON.stringify(edit);
  const [stored, setStored] = useState<readonly StackItem[] | null>(null);
  const draft = useMemo(
    () => (stored ? draftOfEdit(JSON.parse(said) as StackEdit, stored) : NOTHING),
    [said, stored],
  );
  const whatIf = useWhatIf(draft);
  const { loaded, trying } = whatIf;
  useEffect(() => setStored(loaded?.definitions.stackItems ?? null), [loaded]);
  return <Words whatIf={whatIf} ready={stored !== null && !trying} />;
}

function Words({ whatIf, ready }: { readonly whatIf: WhatIf; readonly ready: boolean }) {
  const money = useMoney();
  const details = useId();
  const [open, setOpen] = useState(false);
  const { tried, error } = whatIf;
  return (
    <div className={classes.effect}>
      <Group justify="space-between" wrap="nowrap" gap="sm" align="flex-start">
        <Text fz="sm" role="status" aria-busy={!ready}>
          <b>If you save this: </b>
          {error
            ? 'what it would do cannot be worked out.'
            : tried && ready
              ? inBrief(tried.changes, money)
              : 'working it out …'}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ flex: 'none' }}
          rightSection={open ? <ChevronUp size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
          aria-expanded={open}
          aria-controls={details}
          onClick={() => setOpen(!open)}
        >
          Details
        </Button>
      </Group>
      <div id={details}>
        {open ? (
          <div className={classes.effectDetails}>
            <WhatIfPanel whatIf={whatIf} edited />
          </div>
        ) : null}
      </div>
    </div>
  );
}
