/** An exact ratio of whole numbers; `d` is positive. Not necessarily in lowest terms. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}
