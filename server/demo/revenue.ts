import type { DemoClient } from './clients.ts';
import type { Random } from './random.ts';
import type { PortfolioRow, PortfolioRows } from './rows.ts';
import { type DemoItem, productKey, STACK } from './stack.ts';

/** Contracts with their lines, the alignment cells that go beyond them, recommendations and their lines. */
export function revenue(r: Random, clients: readonly DemoClient[]): PortfolioRows {
  const contracts: PortfolioRow[] = [];
  const lines: PortfolioRow[] = [];
  const alignments: PortfolioRow[] = [];
  const notes: PortfolioRow[] = [];
  const recommendations: PortfolioRow[] = [];
  const recommendationLines: PortfolioRow[] = [];
  for (const client of clients) {
    const standing = new Map(
      STACK.filter((item) => !item.retired).map((item) => [item, position(r, client, item)]),
    );
    agreement(r, client, standing, contracts, lines);
    sideContracts(r, client, contracts, lines);
    if (client.blank) continue;
    for (const [item, index] of standing) cell(r, client, item, index, alignments, notes);
    recommend(r, client, standing, recommendations, recommendationLines);
  }
  return {
    contracts,
    contract_lines: lines,
    excluded_vendors: [{ vendor: 'Bayline Internet' }],
    alignments,
    alignment_notes: notes,
    recommendations,
    recommendation_lines: recommendationLines,
  };
}

const isClient = (client: DemoClient) => ['', 'onboarding', 'offboarded'].includes(client.stage);

/** Index of the product in use, or -1: the riper the client, the nearer to the preferred one. */
function position(r: Random, client: DemoClient, item: DemoItem): number {
  if (!isClient(client)) return r.chance(0.5) ? -1 : item.products.length - 1;
  if (r.chance(client.maturity)) return 0;
  return r.chance(0.35) ? -1 : r.int(item.products.length);
}

/** The managed services agreement: one line for each preferred or supported product in use that fits the client's tags. */
function agreement(
  r: Random,
  client: DemoClient,
  standing: Map<DemoItem, number>,
  contracts: PortfolioRow[],
  lines: PortfolioRow[],
) {
  if (!isClient(client)) return;
  const key = `${client.key}-msa`;
  const anyStart = `20${20 + r.int(6)}-0${1 + r.int(9)}-01`;
  const start = client.acquired || anyStart;
  const end = r.maybe(0.3, () =>
    r.pick([
      '2026-11-30',
      '2026-12-15',
      '2026-12-31',
      '2027-01-31',
      '2027-02-15',
      '2027-06-30',
      '2028-03-31',
    ]),
  );
  contracts.push({
    key,
    company: client.key,
    name: 'Managed services agreement',
    vendor: '',
    status: client.stage === 'offboarded' ? 'inactive' : 'active',
    start,
    end,
    cycle: 'monthly',
    amount: '',
    currency: '',
    revenueFrom: 'lines',
    excluded: '',
  });
  for (const [item, index] of standing) {
    const product = index < 0 ? undefined : item.products[index];
    const fits = item.tags.some((tag) => client.tags.includes(tag));
    if (!product?.code || !fits) continue;
    const base = item.products[0]!;
    const discount = index === 0 ? 1 : 0.8;
    const perSeat = base.seat !== undefined;
    const perLocation = base.location !== undefined;
    lines.push({
      key: `${key}-${item.key}`,
      contract: key,
      description: product.name,
      productCode: product.code,
      vendor: '',
      quantity: perSeat ? String(client.employees) : perLocation ? String(client.locations) : '1',
      unitPrice: ((base.seat ?? base.location ?? base.company ?? 0) * discount).toFixed(2),
      cycle: '',
      start: '',
      cancelledOn: r.chance(0.015) ? '2026-06-30' : '',
    });
  }
  if (r.chance(0.45))
    lines.push({
      key: `${key}-project`,
      contract: key,
      description: r.pick([
        'Server migration',
        'Office move',
        'Firewall replacement',
        'Microsoft 365 migration',
      ]),
      productCode: '',
      vendor: '',
      quantity: '1',
      unitPrice: (1200 + r.int(90) * 100).toFixed(2),
      cycle: 'onetime',
      start: r.pick(['2025-10-15', '2026-02-10', '2026-05-04', '2026-07-20', '2026-10-01']),
      cancelledOn: '',
    });
}

/** Pass-through, expired, foreign and yearly contracts, so that every reason for being in or out of the MRR shows. */
function sideContracts(r: Random, client: DemoClient, contracts: PortfolioRow[], lines: PortfolioRow[]) {
  if (!isClient(client)) return;
  const base = {
    company: client.key,
    vendor: '',
    status: 'active',
    start: '2025-01-01',
    end: '',
    cycle: 'monthly',
    amount: '',
    currency: '',
    revenueFrom: '',
    excluded: '',
  };
  if (r.chance(0.4))
    contracts.push({
      ...base,
      key: `${client.key}-internet`,
      name: 'Internet line',
      vendor: 'Bayline Internet',
      amount: (180 + r.int(60) * 10).toFixed(2),
    });
  if (r.chance(0.15))
    contracts.push({
      ...base,
      key: `${client.key}-domain`,
      name: 'Domains and certificates',
      cycle: 'annual',
      amount: (90 + r.int(300)).toFixed(2),
    });
  if (r.chance(0.12))
    contracts.push({
      ...base,
      key: `${client.key}-old`,
      name: 'Block hours 2024',
      start: '2024-01-01',
      end: '2025-12-31',
      amount: '950.00',
    });
  if (r.chance(0.08))
    contracts.push({
      ...base,
      key: `${client.key}-phaseout`,
      name: 'Legacy hosting (phasing out)',
      amount: '275.00',
      excluded: 'true',
    });
  if (client.key.length % 37 === 0)
    contracts.push({
      ...base,
      key: `${client.key}-eur`,
      name: 'European office support',
      amount: '640.00',
      currency: 'EUR',
    });
  if (r.chance(0.2)) {
    contracts.push({
      ...base,
      key: `${client.key}-copier`,
      name: 'Copier lease',
      vendor: 'Printworks',
      cycle: 'quarterly',
      revenueFrom: 'lines',
    });
    lines.push({
      key: `${client.key}-copier-1`,
      contract: `${client.key}-copier`,
      description: 'Copier',
      productCode: 'PRN',
      vendor: '',
      quantity: '2',
      unitPrice: '140.00',
      cycle: '',
      start: '',
      cancelledOn: '',
    });
  }
}

/** A stored cell only where a person would have typed one: products the contracts cannot show, sliders, notes, threats. */
function cell(
  r: Random,
  client: DemoClient,
  item: DemoItem,
  index: number,
  alignments: PortfolioRow[],
  notes: PortfolioRow[],
) {
  const product = index < 0 ? undefined : item.products[index];
  const fits = item.tags.some((tag) => client.tags.includes(tag));
  const derived = product?.code !== undefined && fits && isClient(client);
  const applicable = !fits && r.chance(0.08) ? 'true' : fits && r.chance(0.04) ? 'false' : '';
  const slider = r.chance(0.12) ? String([15, 40, 60, 75, 90][r.int(5)]) : '';
  if (derived && !applicable && !slider) return;
  const threatened = product?.standing === 'other' && r.chance(0.12);
  alignments.push({
    company: client.key,
    stackItem: item.key,
    applicable,
    currentProduct: derived ? '' : product ? productKey(item.key, index) : r.chance(0.5) ? 'none' : '',
    opportunityProduct: '',
    alignment: slider,
    agreementInclusion: '',
    mrrOpportunity: r.chance(0.03) ? '0.00' : '',
    oneTimeOpportunity: '',
    currentMrr: '',
    setOn: r.pick(['2026-03-12', '2026-06-18', '2026-09-03', '2026-11-05']),
    setBy: client.owner,
    provider: threatened ? r.pick(['Cousin of the owner', 'Bayline Internet', 'NorthTech Partners']) : '',
    threat: threatened ? 'true' : '',
  });
  if (threatened || r.chance(0.06))
    notes.push({
      key: `${client.key}-${item.key}`,
      company: client.key,
      stackItem: item.key,
      text: threatened
        ? 'Another provider is inside; ask for a joint review before renewal.'
        : r.pick([
            'Owner wants to wait for the next budget.',
            'Contract with the current vendor ends in spring.',
            'Pilot with five users went well.',
          ]),
      createdAt: '2026-09-14T15:20:00Z',
      createdBy: client.owner,
    });
}

/** One or two projects for what is missing, in every status. */
function recommend(
  r: Random,
  client: DemoClient,
  standing: Map<DemoItem, number>,
  recommendations: PortfolioRow[],
  lines: PortfolioRow[],
) {
  const gaps = [...standing].filter(
    ([item, index]) => index !== 0 && item.tags.some((tag) => client.tags.includes(tag)),
  );
  for (const [n, [item]] of gaps.slice(0, r.int(3)).entries()) {
    const key = `${client.key}-rec-${n + 1}`;
    const best = item.products[0]!;
    const monthly =
      (best.seat ?? 0) * client.employees + (best.company ?? 0) + (best.location ?? 0) * client.locations;
    recommendations.push({
      key,
      company: client.key,
      title: `Move to ${best.name}`,
      description: item.definition,
      category: item.category,
      priority: r.pick(['High', 'Medium', 'Low']),
      status: r.pick(['', 'Proposed', 'Planned', 'In Progress', 'On Hold', 'Completed', 'Declined']),
      owner: client.owner,
      targetQuarter: r.pick(['2026-Q4', '2027-Q1', '2027-Q2', '2027-Q3']),
      winProbability: r.pick(['', '25', '50', '75', '90']),
    });
    lines.push({
      key: `${key}-1`,
      recommendation: key,
      stackItem: item.key,
      mrr: monthly.toFixed(2),
      oneTime: ((best.setUpCompany ?? 0) + (best.setUpSeat ?? 0) * client.employees).toFixed(2),
    });
    if (r.chance(0.3))
      lines.push({
        key: `${key}-2`,
        recommendation: key,
        stackItem: '',
        mrr: '',
        oneTime: (500 + r.int(20) * 100).toFixed(2),
      });
  }
}
