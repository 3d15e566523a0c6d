import type { DeliveryField, SurveyMapping } from './survey-mapping.ts';

/** A survey tool with the shape in which it says an answer. */
export interface SurveyPreset {
  readonly id: string;
  readonly name: string;
  readonly mapping: SurveyMapping;
}

const NOWHERE: Record<DeliveryField, string> = {
  id: '',
  rating: '',
  comment: '',
  company: '',
  companyName: '',
  contactEmail: '',
  contactName: '',
  ticket: '',
  answeredAt: '',
};

/**
 * Where the answers of well-known tools have what, as their programming interfaces say it. What a tool sends by itself may
 * differ, and can differ by account: a test with a real delivery shows it. The last is for any other tool: plain words, and
 * five stars.
 */
export const SURVEY_PRESETS: readonly SurveyPreset[] = [
  {
    id: 'smileback',
    name: 'SmileBack',
    mapping: {
      paths: {
        id: 'id',
        rating: 'rating',
        comment: 'comment',
        company: 'company.id',
        companyName: 'company.name',
        contactEmail: 'contact.email',
        contactName: 'contact.name',
        ticket: 'ticket.id',
        answeredAt: 'rated_on',
      },
      ratings: { positive: ['1'], neutral: ['0'], negative: ['-1'] },
    },
  },
  {
    id: 'crewhu',
    name: 'Crewhu',
    mapping: {
      paths: {
        ...NOWHERE,
        id: '_id',
        rating: 'rating',
        comment: 'comment',
        companyName: 'customer_data.name',
        contactEmail: 'customer_data.email',
        ticket: 'ticket_num',
        answeredAt: '_updated_at',
      },
      ratings: { positive: ['5'], neutral: ['0'], negative: ['-5'] },
    },
  },
  {
    id: 'customer-thermometer',
    name: 'Customer Thermometer',
    mapping: {
      paths: {
        ...NOWHERE,
        id: 'response_id',
        rating: 'temperature_id',
        comment: 'comment',
        companyName: 'company',
        contactEmail: 'email',
        ticket: 'custom_1',
        answeredAt: 'response_date',
      },
      // gold and green, yellow, red
      ratings: { positive: ['1', '2'], neutral: ['3'], negative: ['4'] },
    },
  },
  {
    id: 'simplesat',
    name: 'Simplesat',
    mapping: {
      paths: {
        ...NOWHERE,
        id: 'id',
        rating: 'answers[question.metric=csat].choice',
        comment: 'answers[question.metric=csat].comment',
        companyName: 'customer.company',
        contactEmail: 'customer.email',
        contactName: 'customer.name',
        ticket: 'ticket.external_id',
        answeredAt: 'created',
      },
      ratings: { positive: ['4..5'], neutral: ['3'], negative: ['1..2'] },
    },
  },
  {
    id: 'other',
    name: 'Another tool',
    mapping: {
      paths: {
        ...NOWHERE,
        id: 'id',
        rating: 'rating',
        comment: 'comment',
        companyName: 'company',
        contactEmail: 'email',
        ticket: 'ticket',
      },
      ratings: { positive: ['4..5'], neutral: ['3'], negative: ['1..2'] },
    },
  },
];
