import type { BandMark } from '../alignment/band-mark.ts';
import classes from './matrix.module.css';

/** What the colours and letters of the cells mean. */
export const Legend = ({ bands }: { readonly bands: readonly BandMark[] }) => (
  <ul className={classes.legend} aria-label="Legend">
    {bands.map(({ name, letter }, band) => (
      <li key={name}>
        <b className={classes.swatch} style={{ background: `var(--band-${band})` }}>
          {letter}
        </b>
        {name}
      </li>
    ))}
    <li>
      <b className={classes.swatch} />
      In no figure
    </li>
  </ul>
);
