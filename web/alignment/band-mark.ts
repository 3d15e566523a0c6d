interface Band {
  readonly name: string;
  readonly color: string;
}

/** How a band is told apart without its colour: a letter. */
export interface BandMark extends Band {
  readonly letter: string;
}

/** The bands with a letter each: the first of the name that no band before it has, else its number from the lowest up. */
export function bandMarks(bands: readonly Band[]): readonly BandMark[] {
  const taken = new Set<string>();
  return bands.map(({ name, color }, index) => {
    const letters = [...name.toUpperCase()].filter((letter) => /\p{L}/u.test(letter));
    const letter = letters.find((candidate) => !taken.has(candidate)) ?? String(index + 1);
    taken.add(letter);
    return { name, color, letter };
  });
}
