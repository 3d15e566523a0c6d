import { createHash } from 'node:crypto';
import { random } from './random.ts';
import type { PortfolioRow, PortfolioRows } from './rows.ts';
import { smallPdf } from './small-pdf.ts';

/** Rows of files.csv and records.csv, and the bytes that they name, by SHA-256. */
interface DemoRecords {
  readonly rows: PortfolioRows;
  readonly contents: ReadonlyMap<string, Buffer>;
}

/** What some of the demo's held vCIO meetings have on file: a short deck, a month's service desk figures, a link to the warranties. */
export function demoRecords({ meetings = [], companies = [] }: PortfolioRows): DemoRecords {
  const r = random(20261129);
  const names = new Map(companies.map(({ key, name }) => [key!, name!]));
  const held = meetings.filter(({ kind, status }) => kind === 'vcio' && status === 'held');
  const contents = new Map<string, Buffer>();
  const files: PortfolioRow[] = [];
  const records: PortfolioRow[] = [];
  for (const [i, { key = '', company = '', date = '', attendees = '' }] of held.entries()) {
    if (i >= 6 && i % 5 !== 0) continue;
    const at = { addedAt: `${date}T07:45:00Z`, addedBy: attendees };
    const record = (kind: string, rest: PortfolioRow) =>
      records.push({ key: `${key}-${kind.replaceAll('_', '-')}`, meeting: key, kind, ...rest, ...at });
    const keep = (name: string, media: string, bytes: Buffer) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const id = `${key}-${name.split('.').at(-1)}`;
      contents.set(sha256, bytes);
      files.push({ key: id, company, name, media, sha256, uploadedAt: at.addedAt, uploadedBy: attendees });
      return id;
    };
    const client = names.get(company) ?? company;
    const deck = smallPdf([
      `Business review: ${client}`,
      date,
      '1. Service of the quarter',
      '2. Where your technology stands',
      '3. Roadmap and budget',
      '4. What we do next',
    ]);
    record('slide_deck', { file: keep(`Business review ${date}.pdf`, 'application/pdf', deck) });
    const month = (name: string) =>
      `${name},${30 + r.int(60)},${(1 + r.next() * 6).toFixed(1)},${90 + r.int(11)}`;
    const figures = [
      'Month,Tickets,Hours to resolve,Within SLA %',
      ...['First', 'Second', 'Third'].map(month),
    ];
    const csv = Buffer.from(`${figures.join('\r\n')}\r\n`);
    record('service_desk_metrics', { file: keep('Service desk.csv', 'text/csv', csv) });
    if (i % 2 === 0) record('warranty_report', { link: `https://warranties.example/clients/${company}` });
  }
  return { rows: { files, records }, contents };
}
