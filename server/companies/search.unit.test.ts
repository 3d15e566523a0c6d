import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { almostContains, FITS, fitOf, fold, lettersOf, tolerance, wrongLetters } from './search.ts';

describe('a search', () => {
  test.each([
    ['Acme', 'ac', 'begins'],
    ['Acme', 'ACME', 'begins'],
    ['Blue Acme', 'acme', 'word begins'],
    ['O’Brien-Acme', 'acme', 'word begins'],
    ['Macme Acme', 'acme', 'word begins'],
    ['Macme', 'acme', 'contains'],
    ['Café Müller', 'cafe muller', 'begins'],
    ['Ｔｅｃｈ', 'tech', 'begins'],
    ['Acme', 'acmes', undefined],
  ])('finds %s by %s: %s', (name, search, expected) => {
    expect(FITS[fitOf(fold(name), fold(search))]).toBe(expected);
  });

  test.each([
    ['Acme Dental', 'acme detnal', true],
    ['Acme', 'amce', true],
    ['Acme', 'akme', true],
    ['Acme', 'acmme', true],
    ['Acme', 'ame', true],
    ['Acme', 'ab', false],
    ['Harborview Medical', 'harbourview medcal', true],
    ['Harborview Medical', 'harbourvew medcal', false],
    ['Acme', 'zzz', false],
  ])('finds %s by the mistyped %s: %s', (name, search, expected) => {
    const [folded, wanted] = [fold(name), fold(search)];
    const found = fitOf(folded, wanted) >= 0 || almostContains(folded, wanted, tolerance(wanted));
    expect(found).toBe(expected);
  });

  test('with one letter changed still finds the name it was taken from', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', ' '), minLength: 3, maxLength: 7 });
    fc.assert(
      fc.property(letters, letters, letters, fc.nat(), (start, search, end, at) => {
        const wrong = search.split('');
        wrong[at % search.length] = 'x';
        expect(almostContains(start + search + end, wrong.join(''), tolerance(search))).toBe(true);
      }),
    );
  });

  test('never passes over a name for its letters that it would find', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abyz0189 -'), maxLength: 9 });
    fc.assert(
      fc.property(letters, letters, fc.nat(2), (name, search, most) => {
        const wrong = wrongLetters(lettersOf(search), lettersOf(name));
        expect(almostContains(name, search, most) && wrong > most).toBe(false);
      }),
    );
  });
});
