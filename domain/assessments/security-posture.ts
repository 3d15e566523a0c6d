import type { StarterTemplate } from './starter-template.ts';

/** How well a client is protected, and whether it would get over an attack: what cyber insurers and auditors ask first. */
export const SECURITY_POSTURE: StarterTemplate = {
  name: 'Security posture',
  description: 'How well the client is protected, and whether it would get over an attack. About 45 minutes.',
  categories: [
    [
      'Identity & access',
      [
        [
          'Is multi-factor sign-in enforced for every user of e-mail and cloud applications?',
          'The most effective single control. Look at the enforcement policy and its exclusions, not at who has registered.',
          '5',
        ],
        [
          'Is multi-factor sign-in required for all remote access (VPN, remote desktop, remote tools)?',
          'Cyber insurers refuse without it. No remote desktop may be open to the internet.',
          '5',
        ],
        [
          'Do administrators use separate accounts that are not used for e-mail and browsing?',
          'One phishing mail to a daily account must not give away the whole network.',
          '4',
        ],
        [
          'Do users work without local administrator rights?',
          'Check the local administrators group on a sample of computers.',
          '4',
        ],
        [
          'Are accounts of leavers disabled on their last day?',
          'Ask for the last three leavers and look them up in every directory.',
          '3',
        ],
        [
          'Are old sign-in protocols blocked and risky sign-ins answered by policy?',
          'Conditional access or its like; legacy authentication goes around multi-factor.',
          '3',
        ],
        [
          'Do all staff have a business password manager?',
          'Shared spreadsheets and browser-stored passwords are a no.',
          '2',
        ],
      ],
    ],
    [
      'E-mail & web',
      [
        [
          'Is incoming e-mail filtered for phishing, impersonation and malicious links?',
          'Beyond what the mail platform does by itself.',
          '4',
        ],
        [
          'Are SPF, DKIM and DMARC in place, with DMARC at quarantine or reject?',
          'Look up the DNS records of every mail domain, parked ones included.',
          '3',
        ],
        [
          'Is web traffic filtered, also away from the office?',
          'DNS or agent-based filtering that follows the laptop.',
          '3',
        ],
        [
          'Are messages from outside marked, and is automatic forwarding to outside blocked?',
          'Forwarding rules are how a taken mailbox is read for months.',
          '2',
        ],
      ],
    ],
    [
      'Computers & servers',
      [
        [
          'Does every computer and server run managed endpoint detection and response?',
          'Compare the number of agents with the inventory. Antivirus alone is a partly.',
          '5',
        ],
        [
          'Are security updates of operating systems installed within 14 days?',
          'From the patch report: share of devices current, and the oldest outstanding critical update.',
          '4',
        ],
        [
          'Are third-party applications kept up to date too?',
          'Browsers, PDF readers, Java, line-of-business clients.',
          '3',
        ],
        [
          'Are all laptops encrypted, with recovery keys kept centrally?',
          'A lost laptop is then a loss, not a breach to report.',
          '3',
        ],
        [
          'Are all operating systems and firmware still supported by their makers?',
          'List every exception with its date; isolate what cannot be replaced.',
          '4',
        ],
        [
          'Can phones and tablets with company data be wiped from afar?',
          'Mobile device or application management, private devices included.',
          '2',
        ],
      ],
    ],
    [
      'Network',
      [
        [
          'Is there a firewall under subscription, with intrusion prevention on and firmware current?',
          'Check licence dates and the last firmware update.',
          '4',
        ],
        [
          'Are guests, phones, cameras and other devices on networks of their own?',
          'A smart television must not reach the file server.',
          '3',
        ],
        [
          'Is nothing reachable from the internet that need not be?',
          'External scan of every address, at least quarterly.',
          '4',
        ],
        [
          'Is Wi-Fi for staff protected by personal sign-in or certificates?',
          'A shared key that leavers know is a partly.',
          '2',
        ],
      ],
    ],
    [
      'Backup & recovery',
      [
        [
          'Are all servers and business data backed up every day?',
          'Compare the jobs with the list of what the business needs. Include line-of-business databases.',
          '5',
        ],
        [
          'Is there a copy off site that cannot be changed or deleted (immutable)?',
          'Attackers delete backups first. Separate sign-in, not joined to the domain.',
          '5',
        ],
        [
          'Is cloud data (mail, files, chats) backed up independently?',
          'The provider’s recycle bin is no backup.',
          '4',
        ],
        [
          'Was a full restore tested in the last six months, with its time written down?',
          'A backup that was never restored is a hope.',
          '4',
        ],
        [
          'Has the client agreed how long an outage and how much lost data it can bear?',
          'Recovery time and recovery point in writing, for each critical system.',
          '3',
        ],
      ],
    ],
    [
      'Detection & response',
      [
        [
          'Are alerts watched around the clock by people who can isolate a device?',
          'Managed detection or a security operations centre.',
          '4',
        ],
        [
          'Are sign-in and security logs kept for at least 90 days?',
          'Without them nobody can say what an attacker saw.',
          '2',
        ],
        [
          'Is there a written incident plan with names, phone numbers and the insurer’s hotline?',
          'On paper too: the network may be off.',
          '3',
        ],
        [
          'Was the incident plan walked through in the last year?',
          'An hour around the table with management.',
          '2',
        ],
      ],
    ],
    [
      'People & policy',
      [
        [
          'Does every user take part in security training and phishing tests?',
          'At least quarterly; look at who never took part.',
          '3',
        ],
        [
          'Is there a second check by phone before bank details change or large sums are paid?',
          'Most of the money lost is lost this way.',
          '4',
        ],
        [
          'Does the client have cyber insurance, and does what it declared hold?',
          'Go through the application form line by line.',
          '3',
        ],
        [
          'Are there signed policies for acceptable use, passwords and private devices?',
          'Renewed each year and given to every new hire.',
          '1',
        ],
        [
          'Are suppliers with access to systems or data known and reviewed?',
          'Who can sign in from outside, and with which account?',
          '2',
        ],
      ],
    ],
  ],
};
