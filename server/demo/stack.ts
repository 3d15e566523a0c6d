/**
 * The demo MSP's standard stack: category, item, definition, tags, weight, and its products from preferred down:
 * name, product code, monthly price per seat, per company, per location, one-time price per seat and per company.
 */
export interface DemoItem {
  key: string;
  name: string;
  category: string;
  definition: string;
  tags: readonly string[];
  weight: string;
  anyOneOf?: string;
  retired?: true;
  inclusionDefault?: true;
  products: readonly DemoProduct[];
}
export interface DemoProduct {
  name: string;
  standing: 'preferred' | 'supported' | 'other';
  code?: string;
  seat?: number;
  company?: number;
  location?: number;
  setUpSeat?: number;
  setUpCompany?: number;
}

const preferred = (
  name: string,
  code: string,
  price: Omit<DemoProduct, 'name' | 'standing' | 'code'>,
): DemoProduct => ({
  name,
  standing: 'preferred',
  code,
  ...price,
});
const supported = (name: string, code?: string): DemoProduct => ({
  name,
  standing: 'supported',
  ...(code ? { code } : {}),
});
const other = (name: string): DemoProduct => ({ name, standing: 'other' });

export const STACK: readonly DemoItem[] = [
  {
    key: 'managed-support',
    name: 'Managed support',
    category: 'Service desk',
    definition: 'Unlimited remote and on-site help for every seat.',
    tags: ['Standard', 'Premium'],
    weight: '3',
    inclusionDefault: true,
    products: [
      preferred('Harborlight Complete Care', 'HL-CARE', { seat: 85, setUpCompany: 1500 }),
      supported('Harborlight Essentials', 'HL-ESS'),
      other('Break/fix'),
    ],
  },
  {
    key: 'remote-monitoring',
    name: 'Monitoring and patching',
    category: 'Service desk',
    definition: 'Agent on every workstation and server; patches within seven days.',
    tags: ['Standard', 'Premium'],
    weight: '2',
    inclusionDefault: true,
    products: [preferred('Datto RMM', 'RMM', { seat: 4 }), supported('NinjaOne')],
  },
  {
    key: 'documentation',
    name: 'IT documentation',
    category: 'Service desk',
    definition: 'Runbooks, passwords and diagrams kept current.',
    tags: ['Standard', 'Premium'],
    weight: '1',
    inclusionDefault: true,
    products: [preferred('IT Glue', 'DOC', { company: 60 }), other('Client wiki')],
  },
  {
    key: 'firewall',
    name: 'Firewall',
    category: 'Network',
    definition: 'Next-generation firewall with active security services at every site.',
    tags: ['Standard', 'Premium'],
    weight: '2',
    products: [
      preferred('Fortinet FortiGate', 'FW-FG', { location: 95, setUpCompany: 1200 }),
      supported('Meraki MX', 'FW-MX'),
      other('Carrier router'),
    ],
  },
  {
    key: 'switches',
    name: 'Switches',
    category: 'Network',
    definition: 'Managed switches with monitoring and a lifetime under five years.',
    tags: ['Standard', 'Premium'],
    weight: '1',
    products: [
      preferred('Aruba Instant On', 'SW-AR', { location: 35, setUpCompany: 2400 }),
      supported('UniFi'),
      other('Unmanaged'),
    ],
  },
  {
    key: 'wireless',
    name: 'Wireless',
    category: 'Network',
    definition: 'Managed access points, guest network apart.',
    tags: ['Standard', 'Premium'],
    weight: '1',
    products: [
      preferred('Aruba Wi-Fi', 'AP-AR', { location: 40, setUpCompany: 900 }),
      supported('UniFi Wi-Fi'),
      other('Consumer Wi-Fi'),
    ],
  },
  {
    key: 'internet-failover',
    name: 'Internet failover',
    category: 'Network',
    definition: 'Second line or 5G that takes over by itself.',
    tags: ['Premium'],
    weight: '1',
    products: [
      preferred('Peplink 5G', 'NET-5G', { location: 120, setUpCompany: 650 }),
      other('None offered by carrier'),
    ],
  },
  {
    key: 'endpoint-protection',
    name: 'Endpoint detection',
    category: 'Security',
    definition: 'EDR with isolation on every endpoint.',
    tags: ['Standard', 'Premium', 'Compliance'],
    weight: '3',
    anyOneOf: 'Endpoint',
    products: [
      preferred('SentinelOne', 'EDR-S1', { seat: 6, setUpSeat: 4 }),
      supported('Defender for Business', 'EDR-MS'),
      other('Consumer antivirus'),
    ],
  },
  {
    key: 'managed-detection',
    name: 'Managed detection and response',
    category: 'Security',
    definition: 'Security operations centre that watches and acts around the clock.',
    tags: ['Premium', 'Compliance'],
    weight: '3',
    anyOneOf: 'Endpoint',
    products: [preferred('Huntress', 'MDR-HU', { seat: 9, setUpSeat: 5 }), supported('Arctic Wolf')],
  },
  {
    key: 'email-security',
    name: 'Email security',
    category: 'Security',
    definition: 'Filtering, impersonation protection and DMARC at reject.',
    tags: ['Standard', 'Premium'],
    weight: '2',
    products: [
      preferred('Avanan', 'MAIL-AV', { seat: 4, setUpCompany: 250 }),
      supported('Barracuda Email', 'MAIL-BA'),
      other('Built-in filter'),
    ],
  },
  {
    key: 'web-filtering',
    name: 'Web filtering',
    category: 'Security',
    definition: 'DNS filtering on and off the network.',
    tags: ['Standard', 'Premium'],
    weight: '1',
    products: [preferred('DNSFilter', 'DNS', { seat: 2 }), supported('Umbrella'), other('None by policy')],
  },
  {
    key: 'awareness-training',
    name: 'Security awareness',
    category: 'Security',
    definition: 'Monthly training and simulated phishing.',
    tags: ['Premium', 'Compliance'],
    weight: '1',
    products: [preferred('KnowBe4', 'SAT-KB', { seat: 3, setUpCompany: 300 }), other('Yearly video')],
  },
  {
    key: 'multi-factor',
    name: 'Multi-factor sign-in',
    category: 'Identity',
    definition: 'Phishing-resistant factors for everyone, no exceptions.',
    tags: ['Standard', 'Premium', 'Compliance'],
    weight: '3',
    products: [
      preferred('Duo', 'MFA-DUO', { seat: 3, setUpSeat: 8 }),
      supported('Entra ID MFA', 'MFA-MS'),
      other('Text messages'),
    ],
  },
  {
    key: 'password-manager',
    name: 'Password manager',
    category: 'Identity',
    definition: 'Business vault with shared folders and break-glass.',
    tags: ['Premium'],
    weight: '1',
    products: [preferred('Keeper', 'PWD-KE', { seat: 4 }), supported('1Password'), other('Browser')],
  },
  {
    key: 'single-sign-on',
    name: 'Single sign-on',
    category: 'Identity',
    definition: 'One identity for every business application.',
    tags: ['Co-managed'],
    weight: '1',
    products: [preferred('Entra ID P1', 'SSO-P1', { seat: 6, setUpCompany: 2200 })],
  },
  {
    key: 'backup-servers',
    name: 'Server backup',
    category: 'Continuity',
    definition: 'Image backups on site and in the cloud, restore tested quarterly.',
    tags: ['Standard', 'Premium'],
    weight: '2',
    products: [
      preferred('Datto SIRIS', 'BDR-DA', { company: 320, setUpCompany: 1800 }),
      supported('Veeam', 'BDR-VE'),
      other('USB disks'),
    ],
  },
  {
    key: 'backup-saas',
    name: 'Microsoft 365 backup',
    category: 'Continuity',
    definition: 'Mail, OneDrive and Teams kept apart from Microsoft.',
    tags: ['Standard', 'Premium', 'Cloud'],
    weight: '1',
    products: [preferred('Datto SaaS Protection', 'BSAAS', { seat: 4 }), supported('AvePoint')],
  },
  {
    key: 'productivity',
    name: 'Microsoft 365',
    category: 'Cloud',
    definition: 'Business Premium for every knowledge worker.',
    tags: ['Standard', 'Premium', 'Cloud'],
    weight: '2',
    products: [
      preferred('Business Premium', 'M365-BP', { seat: 22, setUpSeat: 35 }),
      supported('Business Standard', 'M365-BS'),
      other('Google Workspace'),
    ],
  },
  {
    key: 'voice',
    name: 'Business voice',
    category: 'Cloud',
    definition: 'Cloud phones with Teams calling.',
    tags: ['Cloud'],
    weight: '1',
    products: [
      preferred('Teams Phone', 'VOICE', { seat: 18, setUpSeat: 60 }),
      supported('RingCentral'),
      other('On-premises PBX'),
    ],
  },
  {
    key: 'cloud-servers',
    name: 'Cloud servers',
    category: 'Cloud',
    definition: 'Line-of-business servers in Azure under our management.',
    tags: ['Cloud'],
    weight: '1',
    products: [
      preferred('Azure managed', 'AZ', { company: 450, setUpCompany: 6500 }),
      other('Closet server'),
    ],
  },
  {
    key: 'compliance-program',
    name: 'Compliance program',
    category: 'Governance',
    definition: 'HIPAA, FTC Safeguards or CMMC kept audit-ready.',
    tags: ['Compliance'],
    weight: '2',
    products: [
      preferred('Compliance Manager GRC', 'GRC', { company: 500, setUpCompany: 3500 }),
      other('Spreadsheet'),
    ],
  },
  {
    key: 'vulnerability-scans',
    name: 'Vulnerability scans',
    category: 'Governance',
    definition: 'Monthly internal and external scans with a plan of action.',
    tags: ['Compliance'],
    weight: '1',
    products: [preferred('RoboShadow', 'VULN', { company: 180 }), other('Auditor once a year')],
  },
  {
    key: 'vcio',
    name: 'vCIO programme',
    category: 'Governance',
    definition: 'Quarterly business review, roadmap and budget.',
    tags: ['Standard', 'Premium', 'Co-managed'],
    weight: '1',
    inclusionDefault: true,
    products: [preferred('vCIO quarterly', 'VCIO', { company: 350 })],
  },
  {
    key: 'device-lifecycle',
    name: 'Device lifecycle',
    category: 'Hardware',
    definition: 'Workstations under warranty, replaced after four years.',
    tags: [],
    weight: '1',
    products: [
      preferred('Hardware as a service', 'HAAS', { seat: 28 }),
      supported('Planned purchase'),
      other('Runs until it breaks'),
    ],
  },
  {
    key: 'legacy-antivirus',
    name: 'Signature antivirus',
    category: 'Security',
    definition: 'Replaced by endpoint detection.',
    tags: ['Standard'],
    weight: '1',
    retired: true,
    products: [other('Webroot')],
  },
];

/** Preferred first, so that "the first product by key" is the preferred one. */
export function productKey(item: string, index: number): string {
  return `${item}-${index + 1}`;
}
