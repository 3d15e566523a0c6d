import FileArchive from 'lucide-react/icons/file-archive';
import { DropZone } from './DropZone.tsx';

/** Takes the zip of a portfolio bundle. */
export function BundleDropZone({ onFile }: { readonly onFile: (file: File) => void }) {
  return (
    <DropZone
      icon={FileArchive}
      title="Drop a bundle (.zip) here, or choose one"
      note="CSV files in one zip. Everything is checked before anything is written."
      accept=".zip,application/zip"
      onFile={onFile}
    />
  );
}
