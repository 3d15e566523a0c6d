import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

const STACK_ITEMS = 60;
const CONTACTS = 10;
const CONTRACTS = 4;
const LINES = 2;

/** Writes a bundle of so many companies into a folder, the same one each time. */
export async function writeLargeBundle(folder: string, companies: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const write = (name: string, header: string, rows: () => Generator<string>) =>
    pipeline(
      function* () {
        yield `${header}\r\n`;
        for (const row of rows()) yield `${row}\r\n`;
      },
      createWriteStream(path.join(folder, `${name}.csv`)),
    );
  const ofEach = (row: (company: string, i: number) => Iterable<string>) =>
    function* () {
      for (let i = 0; i < companies; i++) yield* row(`company-${i}`, i);
    };
  const many = (count: number, row: (n: number) => string) => Array.from({ length: count }, (_, n) => row(n));

  await write(
    'companies',
    'key,name,stage,employeesSynced,locations,tags,dateAcquired',
    ofEach((company, i) => [
      `${company},"Client ${i}, Inc.",active,${i % 300},${i % 5},Standard|Tag ${i % 7},2019-03-${10 + (i % 18)}`,
    ]),
  );
  await write('stack_items', 'key,name,tags,weight', function* () {
    yield* many(STACK_ITEMS, (n) => `item-${n},Service ${n},Standard|Tag ${n % 7},${1 + (n % 3)}`);
  });
  await write('products', 'key,stackItem,name,standing,productCodes,mrrPerSeat', function* () {
    yield* many(STACK_ITEMS, (n) => `product-${n},item-${n},Product ${n},preferred,CODE-${n},${n}.50`);
  });
  await write(
    'alignments',
    'company,stackItem,applicable,currentProduct,opportunityProduct,alignment,agreementInclusion,mrrOpportunity,oneTimeOpportunity,currentMrr,setOn,setBy,provider,threat',
    ofEach((company, i) =>
      many(
        STACK_ITEMS,
        (n) =>
          `${company},item-${n},true,,product-${n},${(i * n) % 101},,${(i + n) % 900}.50,,,2026-10-${10 + (n % 20)},Riley Chen,,`,
      ),
    ),
  );
  await write(
    'contacts',
    'key,company,name,email,title,active',
    ofEach((company, i) =>
      many(
        CONTACTS,
        (n) =>
          `contact-${i}-${n},${company},Contact ${n} of ${i},contact-${n}@client-${i}.example,Manager,true`,
      ),
    ),
  );
  await write(
    'contracts',
    'key,company,name,status,start,end,cycle,amount',
    ofEach((company, i) =>
      many(
        CONTRACTS,
        (n) =>
          `contract-${i}-${n},${company},Agreement ${n},active,2025-01-01,2027-12-31,monthly,${(i * n) % 5000}.00`,
      ),
    ),
  );
  await write(
    'contract_lines',
    'key,contract,description,productCode,quantity,unitPrice,cycle,start',
    ofEach((_, i) =>
      many(
        CONTRACTS * LINES,
        (n) =>
          `line-${i}-${n},contract-${i}-${n % CONTRACTS},"Seats, per month",CODE-${n},${i % 300},12.50,monthly,2025-01-01`,
      ),
    ),
  );
}
