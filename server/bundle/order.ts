import { referenceTarget } from '../../contract/bundle/cell-types.ts';
import { BUNDLE_FILES, type FileFormat, fileFormat } from '../../contract/bundle/format.ts';

/** Every file after those that its rows refer to; otherwise in the order of the format. */
export const REFERENCE_ORDER: readonly FileFormat[] = inReferenceOrder();

function inReferenceOrder(): FileFormat[] {
  const ordered = new Set<FileFormat>();
  const place = (format: FileFormat) => {
    for (const { type } of format.columns) {
      const target = fileFormat(referenceTarget(type) ?? '');
      if (target && !ordered.has(target)) place(target);
    }
    ordered.add(format);
  };
  for (const format of BUNDLE_FILES) if (!ordered.has(format)) place(format);
  return [...ordered];
}
