import { describe, expect, it } from 'vitest';
import { readEnvironment, readPort } from './environment.ts';

describe('the environment', () => {
  const DEFAULTS = {
    dataFolder: './data',
    databaseUrl: null,
    host: '127.0.0.1',
    port: 4400,
    secret: null,
    url: null,
    mail: null,
    s3: null,
  };

  it('has defaults for what is unset or empty', () => {
    expect(readEnvironment({})).toEqual(DEFAULTS);
    expect(
      readEnvironment({
        QUARTERDECK_DATA: '',
        DATABASE_URL: '',
        QUARTERDECK_PORT: '',
        QUARTERDECK_HOST: '',
        QUARTERDECK_SECRET: '',
        QUARTERDECK_URL: '',
        QUARTERDECK_SMTP_URL: '',
        QUARTERDECK_MAIL_FROM: '',
      }),
    ).toEqual(DEFAULTS);
  });

  it('takes storage for files whole or not at all', () => {
    const given = {
      QUARTERDECK_S3_ENDPOINT: 'https://s3.example.com',
      QUARTERDECK_S3_BUCKET: 'b',
      QUARTERDECK_S3_ACCESS_KEY: 'a',
      QUARTERDECK_S3_SECRET_KEY: 's',
    };
    const s3 = { endpoint: 'https://s3.example.com', bucket: 'b', accessKey: 'a', secretKey: 's' };
    expect(readEnvironment(given).s3).toEqual({ ...s3, region: 'us-east-1' });
    expect(() => readEnvironment({ ...given, QUARTERDECK_S3_BUCKET: '' })).toThrow('QUARTERDECK_S3_BUCKET');
    expect(() => readEnvironment({ ...given, QUARTERDECK_S3_ENDPOINT: 's3' })).toThrow(
      'QUARTERDECK_S3_ENDPOINT',
    );
    expect(() => readEnvironment({ QUARTERDECK_S3_REGION: 'eu' })).toThrow('QUARTERDECK_S3_ENDPOINT');
  });

  it.each([
    [{ QUARTERDECK_DATA: '/srv/quarterdeck' }, { dataFolder: '/srv/quarterdeck' }],
    [{ DATABASE_URL: 'postgresql://q@db/q' }, { databaseUrl: 'postgresql://q@db/q' }],
    [
      { QUARTERDECK_PORT: '0', QUARTERDECK_HOST: '::' },
      { port: 0, host: '::' },
    ],
    [{ QUARTERDECK_SECRET: 's3cret' }, { secret: 's3cret' }],
    [{ QUARTERDECK_URL: 'https://q.example.com' }, { url: 'https://q.example.com' }],
    [
      { QUARTERDECK_SMTP_URL: 'smtp://u:p@mail.example:587', QUARTERDECK_MAIL_FROM: 'Deck <deck@q.example>' },
      { mail: { url: 'smtp://u:p@mail.example:587', from: 'Deck <deck@q.example>' } },
    ],
  ])('reads %j', (variables, expected) => {
    expect(readEnvironment(variables)).toEqual({ ...DEFAULTS, ...expected });
  });

  it.each([
    [{ QUARTERDECK_PORT: '-1' }, 'QUARTERDECK_PORT is "-1"; expected a port'],
    [{ QUARTERDECK_URL: 'ftp://q.example.com' }, 'QUARTERDECK_URL is "ftp://q.example.com"; expected'],
    [{ QUARTERDECK_URL: 'https://' }, 'QUARTERDECK_URL is "https://"; expected'],
    [{ QUARTERDECK_SMTP_URL: 'smtp://mail.example' }, 'QUARTERDECK_MAIL_FROM is ""; expected'],
    [
      { QUARTERDECK_SMTP_URL: 'smtp://mail.example', QUARTERDECK_MAIL_FROM: 'nobody' },
      'QUARTERDECK_MAIL_FROM is "nobody"; expected',
    ],
    [{ QUARTERDECK_MAIL_FROM: 'deck@q.example' }, 'QUARTERDECK_SMTP_URL is not the address'],
    [
      { QUARTERDECK_SMTP_URL: 'https://mail.example', QUARTERDECK_MAIL_FROM: 'deck@q.example' },
      'QUARTERDECK_SMTP_URL is not the address',
    ],
  ])('refuses %j', (variables, message) => {
    expect(() => readEnvironment(variables)).toThrow(message);
  });

  it('never repeats the password of a database', () => {
    expect(() => readEnvironment({ DATABASE_URL: 'mysql://q:hunter2@db/q' })).toThrow(/^(?!.*hunter2)/);
  });

  it.each(['65536', '1e3', ' 80', '4400x', '0x50'])('takes "%s" for no port', (text) => {
    expect(() => readPort('--port', text)).toThrow(`--port is "${text}"; expected a port, 0 to 65535`);
  });
});
