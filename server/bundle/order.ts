import { BUNDLE_FILES, type FileFormat, fileFormat } from '../../contract/bundle/format.ts';

/** Every file after those that its rows refer to; otherwise in the order of the format. */
export const REFERENCE_ORDER: readonly FileFormat[] = inReferenceOrder();

function inReferenceOrder(): FileFormat[] {
  const ordered = new Set<FileFormat>();
  const place = (format: FileFormat) => {
    for (const { type } of format.columns)
      if ('to' in type && typeof type.to === 'string') placeNamed(type.to);
    ordered.add(format);
  };
  const placeNamed = (name: string) => {
    const format = fileFormat(name);
    if (format && !ordered.has(format)) place(format);
  };
  for (const format of BUNDLE_FILES) if (!ordered.has(format)) place(format);
  return [...ordered];
}
