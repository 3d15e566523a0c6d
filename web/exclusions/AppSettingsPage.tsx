import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ExcludableContract, Exclusions } from '../../contract/exclusions.ts';
import { useMoney } from '../me/queries.ts';
import { ChangedMeanwhile } from '../settings/ChangedMeanwhile.tsx';
import { SaveBar } from '../settings/SaveBar.tsx';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { formatCount } from '../ui/numbers.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Panel } from '../ui/Panel.tsx';
import { inBrief } from '../what-if/in-brief.ts';
import { useWhatIf } from '../what-if/use-what-if.ts';
import { WhatIfPanel } from '../what-if/WhatIfPanel.tsx';
import { ChoiceSelects } from './ChoiceSelects.tsx';
import { ContractChoices } from './ContractChoices.tsx';
import type { ExclusionDraft } from './draft.ts';
import { ExcludedPanel } from './ExcludedPanel.tsx';
import classes from './exclusions.module.css';
import { type Choice, exclusionsQuery } from './queries.ts';
import { useExclusions } from './use-exclusions.ts';
import { whatIfDraft } from './what-if-draft.ts';

/** Which contracts are left out of MRR and scores, such as those that are passed through or are being phased out. */
export function AppSettingsPage() {
  const exclusions = useQuery(exclusionsQuery);
  if (exclusions.error)
    return <LoadFailed error={exclusions.error} onRetry={() => void exclusions.refetch()} />;
  return (
    <>
      <PageHeader
        title="App Settings"
        note="Contracts left out of MRR and scores: passed through, phased out, or somebody else’s"
      />
      {exclusions.data ? <ExclusionsEditor stored={exclusions.data} /> : <Skeleton h={320} />}
    </>
  );
}

function ExclusionsEditor({ stored }: { readonly stored: Exclusions }) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const editing = useExclusions(stored);
  const { draft, setContracts, setVendor } = editing;
  const tried = useMemo(() => whatIfDraft(draft, stored), [draft, stored]);
  const whatIf = useWhatIf(tried);
  const money = useMoney();
  const storedIds = new Set(stored.contracts.map(({ id }) => id));
  const isExcluded = ({ id }: ExcludableContract) => draft.contracts.get(id)?.excluded ?? storedIds.has(id);
  const isVendorExcluded = (vendor: string) =>
    draft.vendors.get(vendor) ?? stored.vendors.some((it) => it.vendor === vendor && it.excluded);
  return (
    <>
      <ChangedMeanwhile changed={editing.meanwhile} what="exclusions" />
      <div className={classes.halves}>
        <Panel title="Contracts">
          <ChoiceSelects exclusions={stored} choice={choice} onChoose={setChoice} />
          {choice ? (
            <ContractChoices
              choice={choice}
              isExcluded={isExcluded}
              onContracts={setContracts}
              vendorExcluded={choice.kind === 'vendor' && isVendorExcluded(choice.vendor)}
              onVendor={setVendor}
            />
          ) : (
            <EmptyNote title="Choose a vendor or an account">
              Its contracts are listed here, to be ticked if they are not to count.
            </EmptyNote>
          )}
        </Panel>
        <Stack gap="md">
          <ExcludedPanel stored={stored} draft={draft} onContracts={setContracts} onVendor={setVendor} />
          <WhatIfPanel whatIf={whatIf} edited={editing.drafted} />
        </Stack>
      </div>
      <SaveBar
        changes={editing.drafted ? changesInWords(draft) : null}
        effect={whatIf.tried && inBrief(whatIf.tried.changes, money)}
        pending={editing.pending}
        error={editing.error}
        onSave={() => editing.save(whatIf.refresh)}
        onDiscard={editing.discard}
      />
    </>
  );
}

/** "Excludes 2 contracts and 1 vendor; takes 1 contract in again" */
function changesInWords({ contracts, vendors }: ExclusionDraft): string {
  const of = (excluded: boolean) => {
    const counts = [
      [[...contracts.values()].filter((it) => it.excluded === excluded).length, 'contract', 'contracts'],
      [[...vendors.values()].filter((it) => it === excluded).length, 'vendor', 'vendors'],
    ] as const;
    return counts
      .filter(([count]) => count > 0)
      .map(([count, one, many]) => formatCount(count, one, many))
      .join(' and ');
  };
  const [out, back] = [of(true), of(false)];
  const parts = [out ? `excludes ${out}` : '', back ? `takes ${back} in again` : ''].filter(Boolean);
  const text = parts.join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
