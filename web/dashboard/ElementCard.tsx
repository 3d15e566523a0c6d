import { Modal, Popover, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import ChartColumn from 'lucide-react/icons/chart-column';
import Maximize2 from 'lucide-react/icons/maximize-2';
import Settings from 'lucide-react/icons/settings';
import Table2 from 'lucide-react/icons/table-2';
import type { ReactNode } from 'react';
import { IconButton } from '../ui/IconButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import classes from './dashboard.module.css';

interface ElementCardProps {
  readonly title: string;
  readonly className?: string | undefined;
  /** What the gear opens; without options there is no gear. */
  readonly options?: ReactNode;
  /** Stands in the head, left of the icons. */
  readonly control?: ReactNode;
  /** The same figures as a table. */
  readonly table: ReactNode;
  /** The chart at a height. */
  readonly chart: (height: string) => ReactNode;
  /** Below chart or table. */
  readonly footer?: ReactNode;
}

/** One element of the dashboard: a plain title, a gear where there are options, chart or table, full screen. */
export function ElementCard({ title, className, options, control, table, chart, footer }: ElementCardProps) {
  const [asTable, { toggle }] = useDisclosure(false);
  const [full, { open, close }] = useDisclosure(false);
  return (
    <Panel
      title={title}
      {...(className ? { className } : {})}
      actions={
        <>
          {control}
          {options ? <Gear title={title}>{options}</Gear> : null}
          <IconButton
            icon={asTable ? ChartColumn : Table2}
            label={asTable ? `${title} as chart` : `${title} as table`}
            onClick={toggle}
          />
          <IconButton icon={Maximize2} label={`${title} full screen`} onClick={open} visibleFrom="xs" />
        </>
      }
    >
      {asTable ? table : chart('var(--chart-height)')}
      {footer}
      <Modal opened={full} onClose={close} fullScreen title={title} transitionProps={{ duration: 0 }}>
        <div className={classes.full}>{asTable ? table : chart('var(--chart-height)')}</div>
      </Modal>
    </Panel>
  );
}

function Gear({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Popover position="bottom-end" shadow="md" width={290} trapFocus>
      <Popover.Target>
        <IconButton icon={Settings} label={`${title}: options`} />
      </Popover.Target>
      <Popover.Dropdown aria-label={`${title}: options`}>
        <Stack gap="sm">{children}</Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
