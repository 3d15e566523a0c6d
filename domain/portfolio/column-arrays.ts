/** By slot. NaN stands for a number that does not exist. */
export interface CompanyColumns {
  readonly current: Uint8Array;
  readonly mrr: Float64Array;
  readonly oneTime: Float64Array;
  readonly employees: Float64Array;
  readonly health: Float64Array;
  readonly coverage: Float64Array;
  readonly status: Uint32Array;
  readonly effort: Float64Array;
  /** These four: sums over the cells that count. */
  readonly mrrOpportunity: Float64Array;
  readonly oneTimeOpportunity: Float64Array;
  readonly weightedMrrOpportunity: Float64Array;
  readonly weightedOneTimeOpportunity: Float64Array;
  /** Σ weight × alignment and Σ weight over the cells that count, both scaled; not for companies in `fineAlignments`. */
  readonly alignmentPoints: Float64Array;
  readonly alignmentWeight: Float64Array;
  /** `revision.any` at the company's last change. */
  readonly changedAt: Float64Array;
}

/** By cell; all 0 where the cell does not count. */
export interface CellColumns {
  /** Bit COUNTS: the cell counts; bit ALIGNED: it is in the top alignment band as well. */
  readonly standing: Uint8Array;
  /** 0–100, times `scale.alignment`. */
  readonly alignment: Float64Array;
  readonly currentMrr: Float64Array;
  readonly mrrOpportunity: Float64Array;
  readonly oneTimeOpportunity: Float64Array;
  readonly weightedMrrOpportunity: Float64Array;
  readonly weightedOneTimeOpportunity: Float64Array;
}

export const COUNTS = 1;
export const ALIGNED = 2;

/** The number at this place of a column, or null for one that does not exist. */
export function known(column: Float64Array, slot: number): number | null {
  const value = column[slot]!;
  return Number.isNaN(value) ? null : value;
}

/** Columns with room for so many companies, filled with what `from` holds. */
export function companyColumns(capacity: number, from?: CompanyColumns): CompanyColumns {
  const columns = {
    current: new Uint8Array(capacity),
    mrr: new Float64Array(capacity),
    oneTime: new Float64Array(capacity),
    employees: new Float64Array(capacity),
    health: new Float64Array(capacity),
    coverage: new Float64Array(capacity),
    status: new Uint32Array(capacity),
    effort: new Float64Array(capacity),
    mrrOpportunity: new Float64Array(capacity),
    oneTimeOpportunity: new Float64Array(capacity),
    weightedMrrOpportunity: new Float64Array(capacity),
    weightedOneTimeOpportunity: new Float64Array(capacity),
    alignmentPoints: new Float64Array(capacity),
    alignmentWeight: new Float64Array(capacity),
    changedAt: new Float64Array(capacity),
  };
  if (from) for (const key of Object.keys(from) as (keyof CompanyColumns)[]) columns[key].set(from[key]);
  return columns;
}

/** Columns of as many cells per stack item as there is room for companies, filled with what `from` holds. */
export function cellColumns(stackItems: number, capacity: number, from?: CellColumns): CellColumns {
  const length = stackItems * capacity;
  const columns = {
    standing: new Uint8Array(length),
    alignment: new Float64Array(length),
    currentMrr: new Float64Array(length),
    mrrOpportunity: new Float64Array(length),
    oneTimeOpportunity: new Float64Array(length),
    weightedMrrOpportunity: new Float64Array(length),
    weightedOneTimeOpportunity: new Float64Array(length),
  };
  if (!from) return columns;
  const old = from.standing.length / stackItems;
  for (const key of Object.keys(from) as (keyof CellColumns)[]) {
    for (let item = 0; item < stackItems; item++) {
      columns[key].set(from[key].subarray(item * old, (item + 1) * old), item * capacity);
    }
  }
  return columns;
}
