import type { StarterTemplate } from './starter-template.ts';

/** Whether a client's technology stands as the MSP wants to support it: what a quarterly business review goes through. */
export const TECHNOLOGY_STANDARDS: StarterTemplate = {
  name: 'Technology standards',
  description:
    'Whether the client’s technology stands as we want to support it, for the quarterly business review.',
  categories: [
    [
      'Infrastructure',
      [
        [
          'Is all server and storage hardware under warranty and less than five years old?',
          'From the warranty report. What ends within twelve months belongs in the budget.',
          '4',
        ],
        [
          'Is there enough room: storage, memory and processor below 80 % at peak?',
          'From monitoring, over the last 30 days.',
          '3',
        ],
        [
          'Are servers and network equipment on a battery that was tested this year?',
          'Check the run time and that servers shut down by themselves.',
          '2',
        ],
        ['Is the server or network closet locked, cool and tidy?', 'Take a photo on each visit.', '1'],
        [
          'Is every server still needed, or could it move to the cloud?',
          'Name the reason for each one that stays.',
          '2',
        ],
      ],
    ],
    [
      'Network & internet',
      [
        [
          'Is network equipment of our standard make, managed and monitored?',
          'Firewalls, switches and access points in one console.',
          '3',
        ],
        [
          'Does the internet line suit the number of people and what they do?',
          'Measured at peak, both directions.',
          '3',
        ],
        [
          'Is there a second internet line with automatic failover?',
          'Ask what an hour offline costs them.',
          '3',
        ],
        ['Does Wi-Fi cover every place where people work?', 'Ask the staff, then measure.', '2'],
        [
          'Are switches and cabling good for the next three years?',
          'Gigabit, power for phones and access points, patch panel labelled.',
          '1',
        ],
      ],
    ],
    [
      'Workplaces',
      [
        [
          'Are all computers under warranty and less than four years old?',
          'Old ones cause most of the tickets. Replace a quarter each year.',
          '4',
        ],
        [
          'Are all computers of a business class and from our standard list?',
          'Home editions and consumer models are a no.',
          '3',
        ],
        ['Do all computers run the current operating system?', 'And will they take the next one?', '3'],
        [
          'Is a new computer ready for a new hire in a day?',
          'Automated set-up and a spare on the shelf.',
          '2',
        ],
        [
          'Do printers and scanners work without regular tickets?',
          'Look at the ticket count of the last quarter.',
          '1',
        ],
      ],
    ],
    [
      'Cloud & collaboration',
      [
        [
          'Is everybody on the right licence, and is none paid for nobody?',
          'Compare licences with the list of staff.',
          '3',
        ],
        [
          'Are files where they belong, with owners and sharing reviewed?',
          'Anonymous links and shares with former staff are a no.',
          '3',
        ],
        [
          'Do meetings and calls work well, in rooms and on the move?',
          'Ask for the last call that went wrong.',
          '2',
        ],
        [
          'Is the phone system current and part of collaboration?',
          'With call flows documented and emergency calling tested.',
          '2',
        ],
      ],
    ],
    [
      'Line of business',
      [
        [
          'Is every business application on a supported version, with a support contract?',
          'Name vendor, version, contract end and a contact.',
          '4',
        ],
        [
          'Is there a named owner at the client for each application?',
          'Somebody who decides and whom we may call.',
          '2',
        ],
        [
          'Do the applications exchange data without typing it twice?',
          'Every double entry is a project to propose.',
          '1',
        ],
        [
          'Are domains, certificates and DNS in an account that the client owns and we can reach?',
          'With automatic renewal and more than one contact.',
          '3',
        ],
      ],
    ],
    [
      'Documentation & process',
      [
        [
          'Is the environment documented and reviewed in the last six months?',
          'A technician who has never been there must find their way.',
          '3',
        ],
        [
          'Are all passwords and licence keys in our vault, none with one person alone?',
          'Spot-check three.',
          '3',
        ],
        [
          'Do hiring and leaving follow a form that reaches us in time?',
          'At least three working days before.',
          '2',
        ],
        ['Do staff know how to reach us, and use it?', 'Tickets by portal or phone, not by side door.', '1'],
        ['Is there one person at the client who approves changes and spending?', 'And a deputy.', '2'],
      ],
    ],
    [
      'Planning',
      [
        [
          'Is there a technology budget for this year and the next?',
          'With replacements, renewals and projects by quarter.',
          '3',
        ],
        [
          'Does the roadmap follow from the client’s business goals?',
          'Growth, moves, hires, new services: ask for the next twelve months.',
          '3',
        ],
        [
          'Have recommendations of the last review been decided?',
          'Each accepted, dated, or declined with its risk signed for.',
          '2',
        ],
        [
          'Do decision makers take part in the quarterly meeting?',
          'The person who signs, not only the one who calls us.',
          '2',
        ],
      ],
    ],
  ],
};
