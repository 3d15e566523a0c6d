import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskRecord } from './mask-record.ts';

test('keeps fields, types, dates, numbers and words of the system, and of everything else the shape', () => {
  expect(
    maskRecord({
      id: 250,
      identifier: 'AcmeDental',
      name: 'Acme Dental, 12',
      status: { id: 1, name: 'Active' },
      types: [{ id: 3, name: 'Managed Client' }],
      deletedFlag: false,
      dateAcquired: '2024-05-01T00:00:00Z',
      billAmount: 1800.5,
      quantity: '12.50',
      billingCycle: { name: 'Semi-Annual' },
      website: null,
      phoneNumber: '+1 555 0100 22',
      zip: 12345,
      defaultContact: { id: 9, name: 'Zoë Müller', _info: { email: 'zoe@acme.example' } },
      communicationItems: [{ type: { name: 'Email' }, value: 'zoe@acme.example' }],
      customFields: [{ id: 1, caption: 'PIN', type: 'Number', value: 4711 }],
      notes: 'Call Bob',
      createDate: '2016-03-30T13:10:35.563',
    }),
  ).toEqual({
    id: 250,
    identifier: 'XxxxXxxxxx',
    name: 'Xxxx Xxxxxx, 00',
    status: { id: 1, name: 'Active' },
    types: [{ id: 3, name: 'Managed Client' }],
    deletedFlag: false,
    dateAcquired: '2024-05-01T00:00:00Z',
    billAmount: 1800.5,
    quantity: '12.50',
    billingCycle: { name: 'Semi-Annual' },
    website: null,
    phoneNumber: '+0 000 0000 00',
    zip: 0,
    defaultContact: { id: 9, name: 'Xxx Xxxxxx', _info: { email: 'xxx@xxxx.xxxxxxx' } },
    communicationItems: [{ type: { name: 'Email' }, value: 'xxx@xxxx.xxxxxxx' }],
    customFields: [{ id: 0, caption: 'XXX', type: 'Xxxxxx', value: 0 }],
    notes: 'Xxxx Xxx',
    createDate: '2016-03-30T13:10:35.563',
  });
});

test('shows five entries of a list, and no key that may be a name', () => {
  expect(maskRecord([1, 2, 3, 4, 5, 6])).toEqual([1, 2, 3, 4, 5]);
  expect(maskRecord({ 'Zoë Müller': 1, 'zoe@acme.example': 2 })).toEqual({
    'Xxx Xxxxxx': 1,
    'xxx@xxxx.xxxxxxx': 2,
  });
});

test('keeps no letters of a text, wherever it stands', () => {
  const word = fc.stringMatching(/^[a-wyz]{7,30}$/);
  const name = fc.constantFrom('name', 'summary', 'company', 'address', 'detail');
  const nested = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      word,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(name, tie('value')),
    ),
  })).value;
  fc.assert(
    fc.property(fc.dictionary(name, nested), (record) => {
      const values = JSON.stringify(maskRecord(record)).replace(
        /"(name|summary|company|address|detail)":/g,
        '',
      );
      expect(values).not.toMatch(/[a-wyz]/);
    }),
  );
});
