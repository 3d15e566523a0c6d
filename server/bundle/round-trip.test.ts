import fc from 'fast-check';
import { expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import { countsOf, emptied, exportTexts, importTexts } from './testing/bundles.ts';
import { canonicalTexts, generateBundle, writtenTexts } from './testing/generated-bundle.ts';

onBothEngines('a bundle', (engine) => {
  it('comes out as it went in, in canonical form, byte for byte', { timeout: 300_000 }, async () => {
    const { database } = engine;
    const roundTrip = async (seed: number) => {
      const bundle = generateBundle(seed);
      await emptied(database);
      const result = await importTexts(database, writtenTexts(bundle, seed));
      expect(result.ok ? [] : result.errors).toEqual([]);
      const exported = await exportTexts(database);
      expect(exported).toEqual(canonicalTexts(bundle));

      expect(countsOf(await importTexts(database, exported)).filter((file) => !/\+0 ~0/.test(file))).toEqual(
        [],
      );
      await emptied(database);
      expect((await importTexts(database, exported)).ok).toBe(true);
      expect(await exportTexts(database)).toEqual(exported);
    };
    await fc.assert(fc.asyncProperty(fc.integer(), roundTrip), {
      numRuns: engine.name === 'server' ? 12 : 5,
      endOnFailure: true,
    });
  });
});
