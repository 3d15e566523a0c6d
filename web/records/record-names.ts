import type { RecordKind } from '../../domain/records/missing-records.ts';

export const RECORD_NAMES: Readonly<Record<RecordKind, string>> = {
  slide_deck: 'Slide deck',
  assessment: 'Assessment',
  service_desk_metrics: 'Service desk metrics',
  warranty_report: 'Hardware warranty report',
  other: 'Other record',
};
