import type { TransactionScope } from '../platform/database/transaction.ts';
import type { Viewer } from './viewer.ts';

/** What a transaction about everything that a viewer sees may touch; the database compares only where it has to. */
export function scopeOfViewer({ workspace, scope }: Pick<Viewer, 'workspace' | 'scope'>): TransactionScope {
  return { workspace, companies: scope.all ? 'all' : [...scope.ids] };
}
