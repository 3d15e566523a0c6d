import { expect, test } from 'vitest';
import { addressesOf } from './address.ts';

test.each([
  ['na.myconnectwise.net', 'https://na.myconnectwise.net', 'https://api-na.myconnectwise.net'],
  [
    'https://na.myconnectwise.net/v2026_1/ConnectWise.aspx',
    'https://na.myconnectwise.net',
    'https://api-na.myconnectwise.net',
  ],
  ['API-EU.myconnectwise.net', 'https://eu.myconnectwise.net', 'https://api-eu.myconnectwise.net'],
  ['http://aus.myconnectwise.net', 'https://aus.myconnectwise.net', 'https://api-aus.myconnectwise.net'],
  [
    'staging.connectwisedev.com',
    'https://staging.connectwisedev.com',
    'https://api-staging.connectwisedev.com',
  ],
  [' connect.example.com/ ', 'https://connect.example.com', 'https://connect.example.com'],
  [
    'https://psa.example.com:8443/v4_6_release',
    'https://psa.example.com:8443',
    'https://psa.example.com:8443',
  ],
  ['http://10.1.2.3', 'http://10.1.2.3', 'http://10.1.2.3'],
  ['evilmyconnectwise.net', 'https://evilmyconnectwise.net', 'https://evilmyconnectwise.net'],
])('%s', (site, login, api) => {
  expect(addressesOf(site)).toEqual({ login, api });
});

test.each(['', '   ', 'https://', 'two words'])('%j is no address', (site) => {
  expect(() => addressesOf(site)).toThrow('Expected one such as na.myconnectwise.net');
});
