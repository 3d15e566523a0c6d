import { Button, Select, Switch, Tooltip } from '@mantine/core';
import ArrowLeftRight from 'lucide-react/icons/arrow-left-right';
import { DownloadCsv } from '../ui/DownloadCsv.tsx';
import classes from './matrix.module.css';
import type { CompanySort, ItemSort, MatrixView } from './matrix-view.ts';
import { matrixCsvUrl } from './queries.ts';

const COMPANIES: readonly { value: CompanySort; label: string }[] = [
  { value: 'name', label: 'Companies by name' },
  { value: 'gap', label: 'Companies by gap' },
  { value: 'amount', label: 'Companies by opportunity' },
];

const ITEMS: readonly { value: ItemSort; label: string }[] = [
  { value: 'stack', label: 'Stack items as in the stack' },
  { value: 'name', label: 'Stack items by name' },
  { value: 'gap', label: 'Stack items by gap' },
  { value: 'amount', label: 'Stack items by opportunity' },
];

interface MatrixToolbarProps {
  readonly view: MatrixView;
  readonly onChange: (change: Partial<MatrixView>) => void;
}

/** How the matrix lies, in which order, and what its amounts are; and the file of what it shows. */
export const MatrixToolbar = ({ view, onChange }: MatrixToolbarProps) => (
  <div className={classes.toolbar}>
    <Select
      aria-label="Order of companies"
      size="xs"
      className={classes.order ?? ''}
      data={COMPANIES}
      allowDeselect={false}
      value={view.sortCompanies}
      onChange={(value) => onChange({ sortCompanies: value as CompanySort })}
      comboboxProps={{ shadow: 'md', width: 'max-content', position: 'bottom-start' }}
    />
    <Select
      aria-label="Order of stack items"
      size="xs"
      className={classes.order ?? ''}
      data={ITEMS}
      allowDeselect={false}
      value={view.sortItems}
      onChange={(value) => onChange({ sortItems: value as ItemSort })}
      comboboxProps={{ shadow: 'md', width: 'max-content', position: 'bottom-start' }}
    />
    <Button
      variant="default"
      size="xs"
      leftSection={<ArrowLeftRight size={14} aria-hidden />}
      onClick={() => onChange({ swapped: !view.swapped })}
    >
      Swap axes
    </Button>
    <Tooltip label="Recommended opportunity times its win probability" multiline maw={260}>
      <Switch
        label="Weighted"
        size="xs"
        checked={view.weighted}
        onChange={(event) => onChange({ weighted: event.currentTarget.checked })}
      />
    </Tooltip>
    <DownloadCsv href={matrixCsvUrl(view)} size="xs" className={classes.download ?? ''} />
  </div>
);
