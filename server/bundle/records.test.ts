import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import yazl from 'yazl';
import { onBothEngines } from '../../test/harness/engines.ts';
import { dataFolderStore } from '../platform/files/data-folder.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import { exportFolder } from './export/export-folder.ts';
import { exportZip } from './export/export-zip.ts';
import { type ImportOptions, importBundle, onlyWorkspace } from './import-bundle.ts';
import { bundleOfTexts, openBundle } from './source.ts';
import { countsOf, emptied, errorsOf, exportTexts, type Texts } from './testing/bundles.ts';
import { checksums } from './testing/world.ts';

const hashOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const PDF = Buffer.from('%PDF-1.7\n%%EOF\n');
const CSV = Buffer.from('a,b\r\n');
const contents = new Map([PDF, CSV].map((bytes) => [hashOf(bytes), bytes]));

const TEXTS: Texts = {
  companies: 'key,name\nacme,Acme\nbeta,Beta\n',
  meetings: 'key,company,kind,date\nm1,acme,vcio,2026-05-05\nm2,beta,vcio,2026-05-05\n',
  files: `key,company,name,media,sha256\nf1,acme,Deck 😀.pdf,application/pdf,${hashOf(PDF)}\nf2,acme,a.csv,text/csv,${hashOf(CSV)}\n`,
  records:
    'key,meeting,kind,title,link,file\nr1,m1,slide_deck,,,f1\nr2,m1,service_desk_metrics,Desk,,f2\nr3,m2,other,,https://files.example/x,\n',
  record_requirements: 'meetingKind,records,assessmentDays\npulse,assessment|slide_deck,30\nvcio,,\n',
};

onBothEngines('records in a bundle', (engine) => {
  let folder: string;
  let store: FileStore;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'quarterdeck-records-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    await emptied(engine.database);
    store = dataFolderStore(await mkdtemp(path.join(folder, 'data-')));
  });

  const read = (texts: Texts, bytes = contents, options: ImportOptions = {}) => {
    const named = new Map(Object.entries(texts).map(([name, text]) => [`${name}.csv`, text]));
    return importBundle(engine.database, bundleOfTexts(named, bytes), { files: store, ...options });
  };
  /** Everything that stands in the store, drafts included. */
  const kept = async () => {
    const root = path.dirname(store.drafts);
    const all = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
    return all.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
  };
  const bytesKept = async () =>
    (await Promise.all((await kept()).map((place) => readFile(place)))).map(hashOf).sort();

  it('come with their bytes, go out with them, and come in again without a change, as a folder and as a zip', async () => {
    expect(errorsOf(await read(TEXTS))).toEqual([]);
    expect(await bytesKept()).toEqual([...contents.keys()].sort());
    const exported = await exportTexts(engine.database);
    expect(exported.files).toContain(`f1,acme,Deck 😀.pdf,application/pdf,${hashOf(PDF)},,\r\n`);
    expect(exported.record_requirements).toBe(
      'meetingKind,records,assessmentDays\r\npulse,assessment|slide_deck,30\r\nvcio,,\r\n',
    );

    const workspace = (await onlyWorkspace(engine.database))!;
    const out = path.join(folder, `out-${engine.name}`);
    await mkdir(path.join(out, 'files'), { recursive: true });
    await writeFile(path.join(out, 'files', 'a'.repeat(64)), 'of an earlier bundle');
    await writeFile(path.join(out, 'files', 'mine.txt'), 'stays');
    await exportFolder(engine.database, workspace, store, out);
    expect((await readdir(path.join(out, 'files'))).sort()).toEqual([...contents.keys(), 'mine.txt'].sort());
    const zip = path.join(folder, `${engine.name}.zip`);
    await writeFile(zip, await buffer(exportZip(engine.database, workspace, store)));

    for (const place of [out, zip]) {
      const again = await openBundle(place);
      const counts = countsOf(await importBundle(engine.database, again, { files: store }));
      expect(counts.filter((file) => !/\+0 ~0/.test(file))).toEqual([]);
      expect(await bytesKept()).toEqual([...contents.keys()].sort());
      await emptied(engine.database);
      store = dataFolderStore(await mkdtemp(path.join(folder, 'data-')));
      expect(
        errorsOf(await importBundle(engine.database, again, { files: store }).finally(again.close)),
      ).toEqual([]);
      expect(await exportTexts(engine.database)).toEqual(exported);
      expect(await bytesKept()).toEqual([...contents.keys()].sort());
    }
  });

  it('leave no byte behind when anything is wrong, it is a dry run, or it is stopped', async () => {
    await read({ companies: TEXTS.companies! });
    const before = await checksums(engine.database);
    expect((await read({ ...TEXTS, goals: 'key,company,title\ng,nobody,X\n' })).ok).toBe(false);
    expect((await read(TEXTS, contents, { dryRun: true })).ok).toBe(true);
    const stop = new AbortController();
    const stopped = read(TEXTS, contents, {
      signal: stop.signal,
      onProgress: ({ phase }) => phase === 'writing' && stop.abort(new Error('stopped')),
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect(await checksums(engine.database)).toEqual(before);
    expect(await kept()).toEqual([]);
  });

  it('are refused where bytes are missing, others, empty, too many or of another kind, and names lead elsewhere', async () => {
    const row = (name: string, media: string, sha256: string) =>
      `key,company,name,media,sha256\nf,acme,${name},${media},${sha256}\n`;
    const ofFile = async (name: string, media: string, sha256: string, bytes: [string, Buffer | string][]) =>
      errorsOf(
        await read(
          { companies: TEXTS.companies!, files: row(name, media, sha256) },
          new Map(bytes.map(([hash, text]) => [hash, Buffer.from(text)])),
        ),
      );
    const pdf = hashOf(PDF);
    const svg = '<svg><script>alert(1)</script></svg>';
    const large = Buffer.alloc(50 * 1024 ** 2 + 1, 32);
    for (const [name, media, sha256, bytes, error] of [
      [
        'a.pdf',
        'application/pdf',
        pdf,
        [],
        `5: the bundle lacks files/${pdf}; expected the bytes of this file there`,
      ],
      [
        'a.pdf',
        'application/pdf',
        pdf,
        [[pdf, 'x']],
        `5: files/${pdf} has other bytes, of the SHA-256 ${hashOf('x')}; expected its own`,
      ],
      [
        'a.pdf',
        'application/pdf',
        hashOf(''),
        [[hashOf(''), '']],
        `5: files/${hashOf('')} is empty; expected the bytes of this file`,
      ],
      [
        'a.pdf',
        'application/pdf',
        hashOf(CSV),
        [[hashOf(CSV), CSV]],
        `5: files/${hashOf(CSV)} is not PDF, or not without scripts or macros; expected what its name says`,
      ],
      [
        'a.txt',
        'text/plain',
        hashOf(svg),
        [[hashOf(svg), svg]],
        `5: files/${hashOf(svg)} is not text, or not without scripts or macros; expected what its name says`,
      ],
      [
        'a.txt',
        'text/plain',
        hashOf(large),
        [[hashOf(large), large]],
        `5: files/${hashOf(large)} has more than 50 MB; expected a file as it can be uploaded`,
      ],
      [
        '../a.pdf',
        'application/pdf',
        pdf,
        [[pdf, PDF]],
        '3: name is "../a.pdf"; expected the name of a file, such as Report.pdf',
      ],
      [
        'a.svg',
        'image/png',
        pdf,
        [[pdf, PDF]],
        '3: name is "a.svg"; expected one that ends as its media type asks',
      ],
      [
        'a.csv',
        'application/pdf',
        pdf,
        [[pdf, PDF]],
        '3: name is "a.csv"; expected one that ends as its media type asks',
      ],
      [
        'a.pdf',
        'application/pdf',
        '../../etc/passwd',
        [],
        '5: sha256 is "../../etc/passwd"; expected a SHA-256: 64 hexadecimal digits in lower case',
      ],
    ] as const)
      expect(await ofFile(name, media, sha256, bytes as unknown as [string, Buffer][])).toEqual([
        `files.csv:2:${error}`,
      ]);
    expect(await kept()).toEqual([]);
  });

  it('are refused with two places or none, of another company’s file, by links that are none, and for what nobody can require', async () => {
    const errors = errorsOf(
      await read({
        ...TEXTS,
        records:
          'key,meeting,kind,link,file\nr1,m1,other,https://a.example,f1\nr2,m1,other,,\nr3,m2,other,,f1\nr4,m1,other,javascript:alert(1),\nr5,m1,other,https://[,\n',
        record_requirements: 'meetingKind,records,assessmentDays\npulse,other,0\n',
      }),
    );
    expect(errors).toEqual([
      'records.csv:2:5: file is "f1" beside a link; expected one of the two',
      'records.csv:3:4: link and file are empty; expected one of the two',
      'records.csv:4:5: file names "f1" of "acme"; expected one of "beta", as the row is',
      'records.csv:5:4: link is "javascript:alert(1)"; expected an address that begins with https://',
      'records.csv:6:4: link is "https://["; expected an address that begins with https://',
      'record_requirements.csv:2:2: records has "other"; expected some of slide_deck, assessment, service_desk_metrics, warranty_report',
      'record_requirements.csv:2:3: assessmentDays is 0; expected at least 1',
    ]);
    expect(await kept()).toEqual([]);
  });

  it('do not lead out of the folder or the zip', async () => {
    const place = await mkdtemp(path.join(folder, 'hostile-'));
    for (const [name, text] of Object.entries(TEXTS)) await writeFile(path.join(place, `${name}.csv`), text);
    await mkdir(path.join(place, 'files'));
    await symlink('/etc/passwd', path.join(place, 'files', hashOf(PDF)));
    const linked = await openBundle(place);
    expect(
      errorsOf(await importBundle(engine.database, linked, { files: store }).finally(linked.close)),
    ).toContain(`files/${hashOf(PDF)}:1:1: is not a file; expected the bytes of one`);
    const zip = new yazl.ZipFile();
    for (const [name, text] of Object.entries(TEXTS)) zip.addBuffer(Buffer.from(text), `${name}.csv`);
    zip.addBuffer(Buffer.from(PDF), `other/files/${hashOf(PDF)}`);
    zip.addBuffer(Buffer.alloc(60 * 1024 ** 2), `files/${hashOf(CSV)}`);
    zip.end();
    await writeFile(path.join(place, 'x.zip'), await buffer(zip.outputStream.pipe(new PassThrough())));
    const packed = await openBundle(path.join(place, 'x.zip'));
    expect(
      errorsOf(await importBundle(engine.database, packed, { files: store }).finally(packed.close)),
    ).toEqual([
      expect.stringMatching(
        /^files\/[0-9a-f]{64}:1:1: unpacks to \d+ times its size; expected at most 250 times$/,
      ),
    ]);
    expect(await kept()).toEqual([]);
  });
});
