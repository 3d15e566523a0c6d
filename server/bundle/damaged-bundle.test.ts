import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import { random } from '../demo/random.ts';
import { exportZip } from './export/export-zip.ts';
import { importBundle, onlyWorkspace } from './import-bundle.ts';
import { type BundleSource, openBundle } from './source.ts';
import { emptied, importTexts, testStore } from './testing/bundles.ts';
import { checksums, WORLD } from './testing/world.ts';

/** Flips, cuts and repeats bytes here and there. */
function damaged(bytes: Buffer, seed: number): Buffer {
  const r = random(seed);
  const copy = Buffer.from(bytes);
  for (let i = 0; i < 1 + r.int(4); i++) copy[r.int(copy.length)] = r.int(256);
  const at = r.int(copy.length);
  return r.pick([
    copy,
    copy,
    copy.subarray(0, at),
    copy.subarray(at),
    Buffer.concat([copy, copy.subarray(at)]),
  ]);
}

onBothEngines('a damaged bundle', (engine) => {
  let folder: string;
  let before: Record<string, string>;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'quarterdeck-damaged-'));
    await importTexts(await emptied(engine.database), WORLD);
    before = await checksums(engine.database);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** It goes well, undone in a dry run, or everything stays and errors say why; it never fails in another way. */
  async function survive(source: BundleSource): Promise<boolean> {
    const result = await importBundle(engine.database, source, { dryRun: true }).finally(source.close);
    if (!result.ok) for (const error of result.errors) expect(error.message).toMatch(/\w/);
    return result.ok;
  }

  it('whose zip lost bytes does no harm', async () => {
    const zip = await buffer(
      exportZip(engine.database, (await onlyWorkspace(engine.database))!, testStore()),
    );
    let refused = 0;
    for (let seed = 0; seed < 40; seed++) {
      const place = path.join(folder, `${seed}.zip`);
      await writeFile(place, damaged(zip, seed));
      if (!(await survive(await openBundle(place)))) refused += 1;
    }
    expect(refused).toBeGreaterThan(20);
    expect(await checksums(engine.database)).toEqual(before);
  });

  it('whose files lost bytes does no harm', async () => {
    let refused = 0;
    for (let seed = 0; seed < 60; seed++) {
      const r = random(seed);
      const files = Object.entries(WORLD).map(([name, text]) => {
        const bytes = r.chance(0.2) ? damaged(Buffer.from(text), seed) : Buffer.from(text);
        return {
          name: `${name}.csv`,
          async *open() {
            yield bytes;
          },
        };
      });
      if (!(await survive({ files, errors: [], contents: new Map(), close: async () => undefined })))
        refused += 1;
    }
    expect(refused).toBeGreaterThan(30);
    expect(await checksums(engine.database)).toEqual(before);
  });
});
