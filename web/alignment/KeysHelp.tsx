import { Kbd, Popover } from '@mantine/core';
import Keyboard from 'lucide-react/icons/keyboard';
import { useState } from 'react';
import { IconButton } from '../ui/IconButton.tsx';
import classes from './alignment.module.css';

const WALKING = [
  ['Arrows', 'move between cells'],
  ['Tab', 'moves along the row, and out of the grid at its end'],
  ['Home, End', 'lead to the ends of the row; with Ctrl, of the grid'],
] as const;

const EDITING = [
  ['Enter, F2', 'edit the cell'],
  ['Typing', 'replaces what stands in it'],
  ['Space', 'checks and unchecks'],
  ['Enter, Tab', 'save what was typed'],
  ['Escape', 'leaves it as it was'],
  ['Delete', 'gives a value back to the rules'],
  ['Ctrl Z', 'undoes the last changes'],
] as const;

/** The keys that work in the grid. */
export function KeysHelp({ mayEdit }: { readonly mayEdit: boolean }) {
  const [opened, setOpened] = useState(false);
  const keys = mayEdit ? [...WALKING, ...EDITING] : WALKING;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" width={330} trapFocus>
      <Popover.Target>
        <IconButton icon={Keyboard} label="Keys of the grid" onClick={() => setOpened(!opened)} />
      </Popover.Target>
      <Popover.Dropdown aria-label="Keys of the grid" tabIndex={-1}>
        <dl className={classes.keys}>
          {keys.map(([key, does]) => (
            <div key={key} style={{ display: 'contents' }}>
              <dt>
                <Kbd>{key}</Kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}
