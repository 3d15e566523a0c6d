import { queryOptions } from '@tanstack/react-query';
import {
  addRecordFile,
  getMeetingRecords,
  getRecordFile,
  getRecordRequirements,
  listCompanyRecords,
} from '../../contract/records.ts';
import type { RecordKind } from '../../domain/records/missing-records.ts';
import { call, reach, urlOf } from '../api/call.ts';

export const meetingRecordsQuery = (meeting: string) =>
  queryOptions({
    queryKey: ['companies', 'records', 'of-meeting', meeting],
    queryFn: ({ signal }) => call(getMeetingRecords, { params: { id: meeting } }, signal),
  });

export const companyRecordsQuery = (company: string) =>
  queryOptions({
    queryKey: ['companies', 'records', 'of-company', company],
    queryFn: async ({ signal }) =>
      (await call(listCompanyRecords, { params: { id: company } }, signal)).items,
  });

export const requirementsQuery = queryOptions({
  queryKey: ['record-requirements'],
  queryFn: ({ signal }) => call(getRecordRequirements, {}, signal),
});

/** Where a record's file is downloaded from. */
export const recordFileUrl = (record: string): string => urlOf(getRecordFile, { id: record });

/** Attaches a file to a meeting; throws ApiError with the reason when it is refused. */
export async function uploadRecord(meeting: string, kind: RecordKind, file: File): Promise<void> {
  const body = new FormData();
  body.append('file', file);
  await reach(urlOf(addRecordFile, { id: meeting }, { kind }), { method: 'POST', body });
}
