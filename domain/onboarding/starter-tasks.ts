import type { TemplateTask } from './from-template.ts';
import type { OwnerRole, Side } from './sides.ts';

/** A task to begin with: a template task that names no user of anybody's. */
export type StarterTask = Omit<TemplateTask, 'id' | 'owner'>;

const starter = (
  dueDays: number,
  side: Side,
  owner: OwnerRole | { readonly name: string },
  required: boolean,
  title: string,
  description: string,
): StarterTask => ({
  title,
  description,
  side,
  ownerRole: typeof owner === 'string' ? owner : null,
  ownerName: typeof owner === 'string' ? null : owner.name,
  dueDays,
  required,
});

const projects = { name: 'Project team' };
const desk = { name: 'Service desk' };
const security = { name: 'Security team' };
const office = { name: 'Office' };

/**
 * What many MSPs do from the signed agreement to the support kick-off, about six weeks, to be changed to one's own. Required is
 * what support cannot begin without.
 */
export const STARTER_TASKS: readonly StarterTask[] = [
  starter(
    0,
    'us',
    'vcio',
    true,
    'Hand over from sales',
    'What was promised, why they came to us, who decides, what worries them. Sales, vCIO and project lead together.',
  ),
  starter(
    1,
    'us',
    'vcio',
    true,
    'Welcome the client and name who does what',
    'The vCIO, the project lead and how to reach support; what happens in the next six weeks.',
  ),
  starter(
    2,
    'us',
    office,
    false,
    'Set up the client in PSA, billing and documentation',
    'Company, agreement with its additions, billing contact, ticket boards, a folder for records.',
  ),
  starter(
    3,
    'client',
    'primary_contact',
    true,
    'Name the people to work with',
    'A main contact, who approves purchases, who may ask for access, and somebody on site at each location.',
  ),
  starter(
    5,
    'client',
    'primary_contact',
    true,
    'Send the list of users and locations',
    'Names, e-mail addresses, titles, phones, locations; who is starting and leaving in the next two months.',
  ),
  starter(
    5,
    'client',
    'primary_contact',
    false,
    'Tell the former provider',
    'Notice in writing, with the day of the handover and leave to give us documentation and passwords.',
  ),
  starter(
    7,
    'us',
    projects,
    true,
    'Collect documentation and administrator access',
    'Domain registrar, DNS, mail and cloud tenants, firewalls, switches, servers, backup, line-of-business vendors.',
  ),
  starter(
    7,
    'client',
    'primary_contact',
    false,
    'List vendors and line-of-business applications',
    'Account numbers, support phones, contract ends and who is entitled to call: internet, phones, printers, software.',
  ),
  starter(
    10,
    'us',
    projects,
    false,
    'Visit every location',
    'Photos of racks and wiring, cable and port plans, labels, warranty and serial numbers.',
  ),
  starter(
    12,
    'us',
    projects,
    true,
    'Install monitoring and management agents',
    'On every computer and server; what is found against the client’s list, one by one.',
  ),
  starter(
    14,
    'us',
    security,
    true,
    'Install endpoint protection and close remote access',
    'Ours in, the former provider’s out: agents, remote tools, VPN and firewall accounts.',
  ),
  starter(
    14,
    'us',
    security,
    true,
    'Change passwords and take over administrator accounts',
    'Domain, cloud tenants, network, backup; named accounts with multi-factor sign-in, the old ones disabled.',
  ),
  starter(
    16,
    'us',
    projects,
    true,
    'Take over backup and test a restore',
    'What is backed up, where to, how often, how long; one file and one server restored.',
  ),
  starter(
    18,
    'us',
    projects,
    false,
    'Document the environment',
    'Network plan, servers, applications, vendors, and how to set up a new user, so that the service desk can answer.',
  ),
  starter(
    20,
    'us',
    'vcio',
    false,
    'Take the first assessments',
    'Security posture and technology standards: where the client stands, and what the roadmap begins with.',
  ),
  starter(
    22,
    'client',
    'primary_contact',
    false,
    'Decide on what cannot wait',
    'What was found and is dangerous: unsupported systems, missing backup, open remote access.',
  ),
  starter(
    25,
    'us',
    desk,
    true,
    'Brief the service desk',
    'Who they are, what is special, VIPs, hours, escalation path, open problems; phones and ticket portal tested.',
  ),
  starter(
    26,
    'us',
    desk,
    false,
    'Prepare the guide for users',
    'How to ask for help, what to expect, what changes on day one; one page with the client’s name on it.',
  ),
  starter(
    28,
    'client',
    'primary_contact',
    true,
    'Tell all staff about the new support',
    'The guide by e-mail from the client’s management, with the day from which it holds.',
  ),
  starter(
    28,
    'us',
    'vcio',
    false,
    'Stack alignment and first roadmap',
    'Which items of our stack apply, what they use today, what is to follow in which quarter.',
  ),
  starter(
    30,
    'client',
    'primary_contact',
    false,
    'Agree on the rhythm of meetings',
    'Who takes part, how often, in person or by video; what the client wants to see every time.',
  ),
  starter(
    40,
    'us',
    'vcio',
    false,
    'Ask how the onboarding was',
    'A short pulse check with the main contact and a survey link; what is still open becomes action items.',
  ),
];
