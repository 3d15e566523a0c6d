import { describe, expect, test } from 'vitest';
import { urlOf } from './call.ts';

describe('the address of a request', () => {
  test.each([
    ['/me', {}, {}, '/api/v1/me'],
    ['/companies/:id', { id: 'a/b c' }, {}, '/api/v1/companies/a%2Fb%20c'],
    [
      '/dashboard',
      {},
      { health: ['At risk', 'R&D'], rank: undefined, weighted: true },
      '/api/v1/dashboard?health=At+risk&health=R%26D&weighted=true',
    ],
  ])('%s', (path, params, query, url) => {
    expect(urlOf({ path }, params, query)).toBe(url);
  });
});
