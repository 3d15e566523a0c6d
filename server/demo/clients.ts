import type { Random } from './random.ts';

/** Lines of business with what they are called; `compliance` ones answer to an auditor and buy accordingly. */
const VERTICALS = [
  {
    industry: 'Dental',
    suffixes: ['Dental', 'Family Dentistry', 'Orthodontics'],
    compliance: true,
    seats: 14,
  },
  {
    industry: 'Medical practice',
    suffixes: ['Medical Group', 'Pediatrics', 'Physical Therapy', 'Eye Care'],
    compliance: true,
    seats: 32,
  },
  { industry: 'Legal', suffixes: ['Law Group', 'Legal', 'Attorneys'], compliance: true, seats: 18 },
  { industry: 'Accounting', suffixes: ['Accounting', 'CPAs', 'Tax Advisors'], compliance: true, seats: 16 },
  {
    industry: 'Manufacturing',
    suffixes: ['Manufacturing', 'Fabrication', 'Tool & Die', 'Plastics'],
    compliance: false,
    seats: 74,
  },
  {
    industry: 'Construction',
    suffixes: ['Builders', 'Construction', 'Roofing'],
    compliance: false,
    seats: 38,
  },
  { industry: 'Logistics', suffixes: ['Logistics', 'Freight', 'Distribution'], compliance: false, seats: 56 },
  {
    industry: 'Financial services',
    suffixes: ['Wealth Partners', 'Insurance', 'Credit Union'],
    compliance: true,
    seats: 44,
  },
  {
    industry: 'Nonprofit',
    suffixes: ['Foundation', 'Community Services', 'Food Bank'],
    compliance: false,
    seats: 26,
  },
  {
    industry: 'Education',
    suffixes: ['Academy', 'Charter School', 'Preschools'],
    compliance: false,
    seats: 61,
  },
  { industry: 'Real estate', suffixes: ['Realty', 'Property Management'], compliance: false, seats: 20 },
  { industry: 'Hospitality', suffixes: ['Hotels', 'Brewing', 'Catering'], compliance: false, seats: 35 },
] as const;

const PLACES = [
  'Alder',
  'Bayview',
  'Birchwood',
  'Blue Heron',
  'Bluestone',
  'Canyon',
  'Cascade',
  'Cedar Ridge',
  'Clearwater',
  'Copperfield',
  'Coronado',
  'Crestline',
  'Del Mar',
  'Eastgate',
  'Elmhurst',
  'Evergreen',
  'Fairmont',
  'Fernwood',
  'Foothill',
  'Granite',
  'Harbor',
  'Hawthorne',
  'Highland',
  'Ironwood',
  'Juniper',
  'Keystone',
  'Lakeshore',
  'Larkspur',
  'Lighthouse',
  'Magnolia',
  'Maple Street',
  'Meridian',
  'Mission',
  'Northstar',
  'Oak Hollow',
  'Ocean Park',
  'Old Town',
  'Pacific',
  'Palomar',
  'Pinecrest',
  'Prospect',
  'Redwood',
  'Ridgeline',
  'Riverbend',
  'Rosewood',
  'Saint Clair',
  'Seabright',
  'Sierra',
  'Silver Lake',
  'Stonebridge',
  'Summit',
  'Sycamore',
  'Tidewater',
  'Union',
  'Valley',
  'Vista',
  'Westbrook',
  'Willow Creek',
  'Windsor',
  'Zephyr',
];

export interface Client {
  key: string;
  name: string;
  industry: string;
  compliance: boolean;
  employees: number;
  locations: number;
}

/** One demo client with the character that its figures follow from. */
export interface DemoClient extends Client {
  stage: string;
  /** The day on which it became a client, if that was lately; else empty. */
  acquired: string;
  tags: readonly string[];
  owner: string;
  /** Just signed: nothing is known of it yet. */
  blank: boolean;
  /** 0–1: how far it follows the standard stack. */
  maturity: number;
  /** 0–1: how well the relationship stands. */
  mood: number;
  /** 0–1: how much work it makes. */
  noise: number;
}

/** So many different clients; no two share a name or a key. */
export function clients(r: Random, count: number): Client[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, () => {
    const vertical = r.pick(VERTICALS);
    let name = `${r.pick(PLACES)} ${r.pick(vertical.suffixes)}`;
    for (let n = 2; taken.has(name); n++)
      name = n > 12 ? `${name} ${n}` : `${r.pick(PLACES)} ${r.pick(vertical.suffixes)}`;
    taken.add(name);
    const spread = Math.exp((r.next() + r.next() + r.next() - 1.5) * 1.3);
    const employees = Math.max(3, Math.round(vertical.seats * spread));
    return {
      key: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
      name,
      industry: vertical.industry,
      compliance: vertical.compliance,
      employees,
      locations: 1 + Math.floor(employees / 45) + (r.chance(0.25) ? 1 : 0),
    };
  });
}
