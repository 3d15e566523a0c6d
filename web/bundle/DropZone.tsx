import { Text, VisuallyHidden } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import classes from './bundle.module.css';

interface DropZoneProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly note: string;
  /** As the file chooser takes it. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** Takes one file, dropped or chosen. */
export function DropZone({ icon: Icon, title, note, accept, onFile }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <label
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon size={24} aria-hidden />
      <Text component="span" fw={550}>
        {title}
      </Text>
      <Text component="span" fz="xs" c="dimmed">
        {note}
      </Text>
      <VisuallyHidden>
        <input
          type="file"
          accept={accept}
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
      </VisuallyHidden>
    </label>
  );
}
