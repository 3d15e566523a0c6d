import { Text, VisuallyHidden } from '@mantine/core';
import FileArchive from 'lucide-react/icons/file-archive';
import { type DragEvent, useState } from 'react';
import classes from './bundle.module.css';

/** Takes one zip file, dropped or chosen. */
export function DropZone({ onFile }: { readonly onFile: (file: File) => void }) {
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
      <FileArchive size={24} aria-hidden />
      <Text component="span" fw={550}>
        Drop a bundle (.zip) here, or choose one
      </Text>
      <Text component="span" fz="xs" c="dimmed">
        CSV files in one zip. Everything is checked before anything is written.
      </Text>
      <VisuallyHidden>
        <input
          type="file"
          accept=".zip,application/zip"
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
      </VisuallyHidden>
    </label>
  );
}
