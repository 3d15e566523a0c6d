/** How a health status looks: its band's colour, and a shape that tells it apart without colour. */
export interface StatusStyle {
  readonly name: string;
  readonly color: string;
  /** An SVG path in a box of 24 × 24. */
  readonly shape: string;
}

const DIAMOND = 'M12 0 24 12 12 24 0 12Z';
const TRIANGLE = 'M12 1 24 22 0 22Z';
const CIRCLE = 'M12 1a11 11 0 1 0 0 22a11 11 0 1 0 0-22Z';
const SQUARE = 'M2 2H22V22H2Z';
const HEXAGON = 'M6 1H18L24 12 18 23H6L0 12Z';
const CROSS = 'M8 1H16V8H23V16H16V23H8V16H1V8H8Z';
const RING = 'M12 1a11 11 0 1 0 0 22a11 11 0 1 0 0-22ZM12 6a6 6 0 1 1 0 12a6 6 0 1 1 0-12Z';

/** From the worst band up. */
const SHAPES = [DIAMOND, TRIANGLE, CIRCLE, SQUARE, HEXAGON, CROSS];

/** Styles of all statuses, given from the lowest band up with "No score" last, which is a ring. */
export function statusStyles(statuses: readonly { name: string; color: string }[]): readonly StatusStyle[] {
  return statuses.map(({ name, color }, index) => ({
    name,
    color,
    shape: index === statuses.length - 1 ? RING : (SHAPES[index % SHAPES.length] ?? CIRCLE),
  }));
}
