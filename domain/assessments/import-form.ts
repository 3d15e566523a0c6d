/** How a file of assessments is written: in the columns of this product, or as myITprocess names them. */
export const IMPORT_FORMS = ['quarterdeck', 'myitprocess'] as const;
export type ImportForm = (typeof IMPORT_FORMS)[number];

/** What a column of the file can be. */
export type ImportField =
  | 'company'
  | 'template'
  | 'takenOn'
  | 'section'
  | 'category'
  | 'question'
  | 'guidance'
  | 'answer'
  | 'engineerAnswer'
  | 'points'
  | 'possible'
  | 'weight'
  | 'priority'
  | 'note'
  | 'engineerNote';

/** The names that a column may have; capitals, spaces and punctuation do not matter. The first is the one that is documented. */
const NAMES: Readonly<Record<ImportForm, Partial<Readonly<Record<ImportField, readonly string[]>>>>> = {
  quarterdeck: {
    company: ['company'],
    template: ['template'],
    takenOn: ['takenOn'],
    category: ['category'],
    question: ['question'],
    guidance: ['guidance'],
    answer: ['answer'],
    points: ['points'],
    possible: ['possible'],
    weight: ['weight'],
    note: ['note'],
  },
  myitprocess: {
    company: [
      'Organization',
      'Organization Name',
      'Company',
      'Company Name',
      'Client',
      'Client Name',
      'Account',
    ],
    template: ['Review', 'Review Name', 'Template', 'Template Name', 'Standard', 'Standards Library'],
    takenOn: [
      'Review Date',
      'Date',
      'Completed',
      'Completed On',
      'Completion Date',
      'Completed Date',
      'Created',
      'Last Updated',
    ],
    section: ['Section', 'Section Name', 'Topic'],
    category: ['Category', 'Category Name'],
    question: ['Question', 'Question Text', 'Question Title', 'Standard Question'],
    guidance: ['Why Are We Asking', 'Why We Ask', 'Guidance', 'How To Find The Answer'],
    engineerAnswer: [
      'Engineer Answer',
      'Answer',
      'Engineer Review',
      'Engineer Response',
      'Technical Answer',
      'TAM Answer',
    ],
    answer: ['vCIO Answer', 'vCIO Review', 'vCIO Response', 'Alignment', 'Business Impact', 'Vulnerability'],
    priority: ['Priority', 'Question Priority'],
    note: ['vCIO Notes', 'vCIO Note', 'Business Analysis', 'vCIO Analysis'],
    engineerNote: ['Technical Analysis', 'Engineer Notes', 'Engineer Note', 'Notes', 'Note', 'Comments'],
  },
};

const folded = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Which field each cell of a header is; null: one that is not known. */
export function importFields(form: ImportForm, header: readonly string[]): (ImportField | null)[] {
  const known = new Map<string, ImportField>();
  for (const [field, names] of Object.entries(NAMES[form]))
    for (const name of names) known.set(folded(name), field as ImportField);
  return header.map((name) => known.get(folded(name)) ?? null);
}

/** How the column of a field is called in a message. */
export function importName(form: ImportForm, field: ImportField): string {
  return NAMES[form][field]?.[0] ?? field;
}
