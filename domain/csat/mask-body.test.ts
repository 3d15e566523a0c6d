import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskBody } from './mask-body.ts';

test('secrets and what is personal are hidden, the shape stays', () => {
  const body = {
    id: 7,
    api_key: 'k-123',
    contact: { email: 'mia.chen@acme.example', phone: '+1 555 0100', ip: '10.0.0.1', name: 'Mia' },
    auth: { signature: ['a', 'b'] },
    comment: `Write to mia@acme.example ${'x'.repeat(400)}`,
    rated: null,
  };
  const shown = JSON.parse(maskBody(body));
  expect(shown).toEqual({
    id: 7,
    api_key: '•••',
    contact: { email: 'm…@acme.example', phone: '•••', ip: '•••', name: 'Mia' },
    auth: { signature: ['•••', '•••'] },
    comment: expect.stringMatching(/^Write to m…@acme\.example x+…$/),
    rated: null,
  });
  expect(
    maskBody({ list: Array.from({ length: 5000 }, (_, i) => `entry ${i} ${'y'.repeat(200)}`) }).length,
  ).toBe(8001);
});

test('whatever is sent can be shown, and no address is whole', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.emailAddress(), (value, address) => {
      expect(maskBody({ value, address })).not.toContain(`"${address}"`);
    }),
  );
});
