import { compare, type Fraction, fraction, parseDecimal } from '../money/fraction.ts';
import { type BandBounds, bandBounds } from '../portfolio/bands.ts';
import type { Definitions, Product, StackItem, Standing } from '../portfolio/definitions.ts';

/** The workspace's stack made ready for computing many companies' cells: parsed once, looked up by product code. */
export interface Stack {
  readonly items: readonly PreparedItem[];
  readonly productById: ReadonlyMap<string, Product>;
  readonly usesByCode: ReadonlyMap<string, readonly CodeUse[]>;
  readonly bounds: BandBounds;
  readonly byStanding: Readonly<Record<Standing, Level>>;
}

export interface PreparedItem {
  readonly item: StackItem;
  readonly index: number;
  readonly weight: Fraction;
  /** The first preferred product by key. */
  readonly preferred: Product | null;
}

/** That a product code stands for a product of a stack item, both by index. An item is named once per code. */
interface CodeUse {
  readonly item: number;
  readonly product: number;
}

/** How far a cell is aligned, 0–100 exactly, and whether that is in the top band. */
export interface Level {
  readonly alignment: Fraction;
  readonly aligned: boolean;
}

export function prepareStack(definitions: Pick<Definitions, 'stackItems' | 'alignmentBands'>): Stack {
  const bounds = bandBounds(definitions.alignmentBands);
  const items = definitions.stackItems.map((item, index) => ({
    item,
    index,
    weight: parseDecimal(item.weight),
    preferred: item.products.find((product) => product.standing === 'preferred') ?? null,
  }));
  return {
    items,
    productById: new Map(definitions.stackItems.flatMap((item) => item.products.map((p) => [p.id, p]))),
    usesByCode: usesByCode(definitions.stackItems),
    bounds,
    byStanding: {
      preferred: level(bounds, fraction(100)),
      supported: level(bounds, fraction(50)),
      other: level(bounds, fraction(0)),
    },
  };
}

export function level(bounds: BandBounds, alignment: Fraction): Level {
  const top = bounds.at(-1);
  return { alignment, aligned: top !== undefined && compare(alignment, top) >= 0 };
}

function usesByCode(items: readonly StackItem[]): Map<string, CodeUse[]> {
  const uses = new Map<string, CodeUse[]>();
  items.forEach((item, itemIndex) => {
    item.products.forEach((product, productIndex) => {
      for (const code of product.productCodes) {
        const known = uses.get(code) ?? [];
        if (!known.some((use) => use.item === itemIndex))
          known.push({ item: itemIndex, product: productIndex });
        uses.set(code, known);
      }
    });
  });
  return uses;
}
