/** Plain exact ratios for the oracle; written apart from domain/money on purpose. */
export class Q {
  readonly n: bigint;
  readonly d: bigint;
  constructor(n: bigint, d: bigint = 1n) {
    this.n = d < 0n ? -n : n;
    this.d = d < 0n ? -d : d;
  }
  static of(text: string): Q {
    const [whole, part = ''] = text.replace('-', '').split('.');
    const n = BigInt(whole + part) * (text.startsWith('-') ? -1n : 1n);
    return new Q(n, 10n ** BigInt(part.length));
  }
  static int(value: number): Q {
    return new Q(BigInt(value));
  }
  plus(o: Q): Q {
    return new Q(this.n * o.d + o.n * this.d, this.d * o.d);
  }
  times(o: Q): Q {
    return new Q(this.n * o.n, this.d * o.d);
  }
  over(o: Q): Q {
    return new Q(this.n * o.d, this.d * o.n);
  }
  atLeast(o: Q): boolean {
    return this.n * o.d >= o.n * this.d;
  }
  /** Half up: towards plus infinity. */
  round(): bigint {
    const twice = 2n * this.n + this.d;
    const by = 2n * this.d;
    const q = twice / by;
    return twice % by < 0n ? q - 1n : q;
  }
  /** Within a rounding of the last place: reduced first so that large ratios do not overflow. */
  number(): number {
    let [a, b] = [this.n < 0n ? -this.n : this.n, this.d];
    while (b) [a, b] = [b, a % b];
    const g = a || 1n;
    return Number(this.n / g) / Number(this.d / g);
  }
}
