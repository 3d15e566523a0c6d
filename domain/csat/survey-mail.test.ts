import { expect, test } from 'vitest';
import { DEFAULT_SURVEY_MAIL, surveyMail, surveyMailProblem } from './survey-mail.ts';

const link = 'https://q.example/survey/x';

test('the mail as it comes with the product', () => {
  const mail = surveyMail(DEFAULT_SURVEY_MAIL, {
    link,
    contact: 'Mia Chen',
    about: 'Ticket 4711',
    asks: 'Northwind IT',
  });
  expect(mail.subject).toBe('How did we do (Ticket 4711)?');
  expect(mail.text).toBe(`Hello Mia,

How did we do (Ticket 4711)? One click is enough:

Good: ${link}?answer=positive
So-so: ${link}?answer=neutral
Bad: ${link}?answer=negative

Thank you,
Northwind IT`);
});

test('to nobody in particular, about nothing in particular', () => {
  const mail = surveyMail(DEFAULT_SURVEY_MAIL, { link, contact: null, about: null, asks: 'Northwind IT' });
  expect(mail.subject).toBe('How did we do?');
  expect(mail.text.split('\n')[0]).toBe('Hello,');
});

test('a name cannot bring words in braces, nor a second line of the subject', () => {
  const mail = surveyMail(
    { subject: 'For {name}{about}', text: '{name} {toString} {link}' },
    { link, contact: '{bad} x', about: 'a\r\nBcc: eve@evil.example', asks: 'N' },
  );
  expect(mail.subject).toBe('For {bad} (a Bcc: eve@evil.example)');
  expect(mail.text).toBe(`{bad} {toString} ${link}`);
});

test.each([
  ['{link}', true],
  ['{good} {soso} {bad}', true],
  ['{good} {bad}', false],
  ['Hello', false],
])('“%s” asks for something: %s', (text, fine) => {
  expect(surveyMailProblem({ subject: '', text }) === null).toBe(fine);
});
