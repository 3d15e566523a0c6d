import type { Standing } from '../portfolio/definitions.ts';
import { foldedName } from '../text/folded.ts';

/** A stack item that many MSPs have, to begin from: with usual products, but without prices, which are each MSP's own. */
export interface StarterItem {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly definition: string;
  readonly tags: readonly string[];
  readonly weight: number;
  readonly agreementInclusionDefault: boolean;
  readonly anyOneOf: string | null;
  readonly products: readonly { readonly name: string; readonly standing: Standing }[];
}

type Products = Partial<Record<Standing, readonly string[]>>;
type Rest = Partial<Pick<StarterItem, 'weight' | 'agreementInclusionDefault' | 'anyOneOf'>>;

const item = (
  id: string,
  [category, name, definition]: readonly [string, string, string],
  tags: readonly string[],
  products: Products,
  rest: Rest = {},
): StarterItem => ({
  id,
  name,
  category,
  definition,
  tags,
  weight: 1,
  agreementInclusionDefault: false,
  anyOneOf: null,
  products: (['preferred', 'supported', 'other'] as const).flatMap((standing) =>
    (products[standing] ?? []).map((product) => ({ name: product, standing })),
  ),
  ...rest,
});

const EVERYBODY = ['Standard', 'Premium'];
const INCLUDED = { agreementInclusionDefault: true };

/** Tags: Standard and Premium are the agreements of most MSPs; Compliance and Cloud are for clients with such needs. */
export const STARTER_STACK: readonly StarterItem[] = [
  item(
    'managed-support',
    [
      'Service desk',
      'Managed support',
      'Unlimited remote and on-site help for every user, at a fixed price.',
    ],
    EVERYBODY,
    { preferred: ['Managed services agreement'], supported: ['Block of hours'], other: ['Break/fix'] },
    { weight: 3, ...INCLUDED },
  ),
  item(
    'monitoring-and-patching',
    [
      'Service desk',
      'Monitoring and patching',
      'Our agent on every computer and server; patches within seven days.',
    ],
    EVERYBODY,
    { preferred: ['NinjaOne'], supported: ['Datto RMM', 'ConnectWise Automate', 'N-able N-central'] },
    { weight: 2, ...INCLUDED },
  ),
  item(
    'it-documentation',
    ['Service desk', 'IT documentation', 'Runbooks, passwords and diagrams, kept current by us.'],
    EVERYBODY,
    { preferred: ['IT Glue'], supported: ['Hudu'], other: ['Documents of the client'] },
    INCLUDED,
  ),
  item(
    'mobile-device-management',
    [
      'Service desk',
      'Mobile device management',
      'Phones and tablets enrolled, encrypted and wiped when lost.',
    ],
    ['Premium', 'Compliance'],
    { preferred: ['Microsoft Intune'], supported: ['Jamf', 'Kandji'] },
  ),
  item(
    'firewall',
    ['Network', 'Firewall', 'Next-generation firewall with live security services at every location.'],
    EVERYBODY,
    {
      preferred: ['Fortinet FortiGate'],
      supported: ['SonicWall', 'Sophos Firewall', 'Meraki MX'],
      other: ['Router of the carrier'],
    },
    { weight: 2 },
  ),
  item(
    'switches',
    ['Network', 'Switches', 'Managed switches, monitored, not older than five years.'],
    EVERYBODY,
    {
      preferred: ['Aruba Instant On'],
      supported: ['UniFi Switch', 'Meraki MS'],
      other: ['Unmanaged switches'],
    },
  ),
  item(
    'wireless',
    ['Network', 'Wireless', 'Managed access points, with guests on a network of their own.'],
    EVERYBODY,
    { preferred: ['Aruba Wi-Fi'], supported: ['UniFi Wi-Fi', 'Meraki MR'], other: ['Consumer Wi-Fi'] },
  ),
  item(
    'internet-failover',
    ['Network', 'Internet failover', 'A second line or 5G that takes over by itself.'],
    ['Premium'],
    { preferred: ['Managed 5G failover'], supported: ['Second carrier line'] },
  ),
  item(
    'endpoint-detection',
    ['Security', 'Endpoint detection and response', 'EDR that can isolate a machine, on every endpoint.'],
    EVERYBODY,
    {
      preferred: ['SentinelOne'],
      supported: ['Microsoft Defender for Business', 'Sophos Intercept X'],
      other: ['Signature antivirus'],
    },
    { weight: 3, anyOneOf: 'Endpoint protection' },
  ),
  item(
    'managed-detection',
    [
      'Security',
      'Managed detection and response',
      'A security operations centre that watches and acts day and night.',
    ],
    ['Premium', 'Compliance'],
    { preferred: ['Huntress'], supported: ['Arctic Wolf', 'Blackpoint'] },
    { weight: 3, anyOneOf: 'Endpoint protection' },
  ),
  item(
    'email-security',
    ['Security', 'Email security', 'Filtering, protection against impersonation, and DMARC that rejects.'],
    EVERYBODY,
    { preferred: ['Avanan'], supported: ['Proofpoint Essentials', 'Mimecast'], other: ['Built-in filter'] },
    { weight: 2 },
  ),
  item(
    'web-filtering',
    ['Security', 'Web filtering', 'Keeps staff from harmful sites, in the office and away from it.'],
    EVERYBODY,
    { preferred: ['DNSFilter'], supported: ['Cisco Umbrella'] },
  ),
  item(
    'security-awareness',
    ['Security', 'Security awareness training', 'Short lessons every month, with simulated phishing.'],
    ['Premium', 'Compliance'],
    { preferred: ['KnowBe4'], supported: ['Huntress Security Awareness'], other: ['Yearly video'] },
  ),
  item(
    'dark-web-monitoring',
    [
      'Security',
      'Dark web monitoring',
      'Tells of stolen passwords of the client’s domains before they are used.',
    ],
    ['Premium'],
    { preferred: ['Dark Web ID'], supported: ['Have I Been Pwned'] },
  ),
  item(
    'vulnerability-management',
    [
      'Security',
      'Vulnerability management',
      'Scans inside and outside every month, with a plan for what they find.',
    ],
    ['Compliance'],
    { preferred: ['ConnectSecure'], supported: ['RoboShadow'], other: ['Audit once a year'] },
  ),
  item(
    'security-logging',
    ['Security', 'Security logging (SIEM)', 'Logs of firewall, servers and cloud kept a year, and watched.'],
    ['Compliance'],
    { preferred: ['Huntress SIEM'], supported: ['Microsoft Sentinel'] },
  ),
  item(
    'multi-factor',
    ['Identity', 'Multi-factor sign-in', 'A second factor for everybody, without exceptions.'],
    [...EVERYBODY, 'Compliance'],
    { preferred: ['Duo'], supported: ['Microsoft Entra MFA'], other: ['Text messages'] },
    { weight: 3 },
  ),
  item(
    'password-manager',
    [
      'Identity',
      'Password manager',
      'A company vault with shared folders and a way in when somebody leaves.',
    ],
    ['Premium'],
    { preferred: ['Keeper'], supported: ['1Password', 'Bitwarden'], other: ['Browser'] },
  ),
  item(
    'single-sign-on',
    ['Identity', 'Single sign-on', 'One identity, with conditional access, for every business application.'],
    ['Cloud'],
    { preferred: ['Microsoft Entra ID P1'], supported: ['Okta'] },
  ),
  item(
    'server-backup',
    [
      'Continuity',
      'Server backup and recovery',
      'Images on site and in the cloud; a restore is tested every quarter.',
    ],
    EVERYBODY,
    { preferred: ['Datto SIRIS'], supported: ['Veeam', 'Axcient'], other: ['Disks that are carried home'] },
    { weight: 2 },
  ),
  item(
    'workstation-backup',
    ['Continuity', 'Workstation backup', 'Files on computers come back after loss or theft.'],
    ['Premium'],
    { preferred: ['Datto Endpoint Backup'], supported: ['Acronis Cyber Protect'], other: ['OneDrive sync'] },
  ),
  item(
    'saas-backup',
    ['Continuity', 'Microsoft 365 backup', 'Mail, OneDrive, SharePoint and Teams kept apart from Microsoft.'],
    [...EVERYBODY, 'Cloud'],
    { preferred: ['Datto SaaS Protection'], supported: ['Dropsuite', 'AvePoint'] },
  ),
  item(
    'microsoft-365',
    ['Cloud', 'Microsoft 365', 'Business Premium, licensed through us, for everybody who works at a screen.'],
    [...EVERYBODY, 'Cloud'],
    {
      preferred: ['Microsoft 365 Business Premium'],
      supported: ['Microsoft 365 Business Standard', 'Microsoft 365 E3'],
      other: ['Google Workspace', 'Licences bought elsewhere'],
    },
    { weight: 2 },
  ),
  item(
    'business-voice',
    ['Cloud', 'Business voice', 'Phones in the cloud that ring wherever people work.'],
    ['Cloud'],
    { preferred: ['Teams Phone'], supported: ['RingCentral', '3CX'], other: ['PBX on site'] },
  ),
  item(
    'cloud-servers',
    ['Cloud', 'Cloud servers', 'Line-of-business servers in the cloud under our management.'],
    ['Cloud'],
    { preferred: ['Microsoft Azure'], supported: ['Amazon Web Services'], other: ['Server in a closet'] },
  ),
  item(
    'domains-and-certificates',
    ['Cloud', 'Domains and certificates', 'Domains, DNS and certificates registered and renewed by us.'],
    EVERYBODY,
    { preferred: ['Managed by us'], other: ['Managed by the client'] },
    INCLUDED,
  ),
  item(
    'vcio',
    ['Governance', 'vCIO reviews', 'A business review every quarter, with roadmap and budget.'],
    EVERYBODY,
    { preferred: ['vCIO programme'] },
    INCLUDED,
  ),
  item(
    'compliance-programme',
    ['Governance', 'Compliance programme', 'HIPAA, FTC Safeguards, CMMC or PCI kept ready for an audit.'],
    ['Compliance'],
    { preferred: ['Compliance Manager GRC'], supported: ['ControlMap'], other: ['Spreadsheet'] },
    { weight: 2 },
  ),
  item(
    'incident-response-plan',
    [
      'Governance',
      'Incident response plan',
      'Who does what when it happens, written down and rehearsed once a year.',
    ],
    ['Compliance'],
    { preferred: ['Plan written with us'], other: ['Plan of the insurer'] },
  ),
  item(
    'device-lifecycle',
    ['Hardware', 'Device lifecycle', 'Computers under warranty, and replaced after four years by plan.'],
    EVERYBODY,
    { preferred: ['Hardware as a service'], supported: ['Planned purchase'], other: ['Until it breaks'] },
  ),
];

/** Those of these items that a stack does not have by name yet. */
export function notInStack(
  starters: readonly StarterItem[],
  stack: readonly { readonly name: string }[],
): StarterItem[] {
  const names = new Set(stack.map(({ name }) => foldedName(name)));
  return starters.filter(({ name }) => !names.has(foldedName(name)));
}
