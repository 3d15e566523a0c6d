import { setTimeout as wait } from 'node:timers/promises';
import { type Access, ConnectorProblem } from '../connector.ts';
import type { HttpAnswer, HttpRequest } from '../http.ts';
import { allowance, type Usage } from './allowance.ts';
import { errorWords, parsePage, parseUsage } from './answers.ts';
import type { Memory } from './memory.ts';
import type { Entity } from './shapes.ts';
import { findZone } from './zone.ts';

/** As many rows as Autotask gives at once. */
export const PAGE_ROWS = 500;

export type Filter =
  | {
      readonly op: 'eq' | 'gt' | 'gte' | 'lt' | 'lte' | 'in';
      readonly field: string;
      readonly value: string | number | readonly number[];
    }
  | { readonly op: 'or'; readonly items: readonly Filter[] };

/** The rows of an entity, in the order of their ids. */
export interface RowPage {
  readonly rows: readonly unknown[];
  /** The id that the next page begins after; null: that was the last page. */
  readonly next: string | null;
}

export interface Client {
  /** @param after the id that the page begins after; null: the first page. */
  page(entity: AnyEntity, filter: readonly Filter[], after: string | null): Promise<RowPage>;
  /** Every row; only for filters that let few through. */
  all(entity: AnyEntity, filter: readonly Filter[]): Promise<readonly unknown[]>;
  /** At most one row. */
  first(entity: AnyEntity): Promise<unknown>;
  /** What Autotask says of an entity's fields, its picklists among it. */
  fields(entity: AnyEntity): Promise<unknown>;
  /** Null: Autotask does not tell. */
  usage(): Promise<Usage | null>;
}
type AnyEntity = Pick<Entity<never>, 'name' | 'fields'>;

/** Asks Autotask's REST API in the zone of the account. Every failure is a ConnectorProblem in words. */
export async function openClient(access: Access, memory: Memory): Promise<Client> {
  let zone = await findZone(access, memory);
  const { beforeCall } = allowance(usage, wait);

  async function send(path: string, json?: unknown): Promise<HttpAnswer> {
    const request = (): HttpRequest => ({
      method: json === undefined ? 'GET' : 'POST',
      url: `${zone.base}${path}`,
      headers: signIn(access.credentials),
      json,
    });
    const answer = await access.http(request());
    if (answer.status !== 401 || zone.fresh) return answer;
    // Moved to another zone, perhaps.
    zone = await findZone(access, memory, true);
    return access.http(request());
  }

  async function ask(what: string, path: string, json?: unknown): Promise<unknown> {
    await beforeCall();
    const answer = await send(path, json);
    if (answer.status === 200) return answer.json();
    throw problemOf(answer, what);
  }

  async function query(entity: AnyEntity, filter: readonly Filter[], limit: number) {
    const body = { MaxRecords: limit, filter, ...includeFields(entity) };
    const page = parsePage(await ask(entity.name, `${entity.name}/query`, body));
    if (page.rows !== null) return { rows: page.rows, more: page.more ?? page.rows.length >= limit };
    throw new ConnectorProblem('answer', `Autotask answered for ${entity.name} without a list of "items".`);
  }

  async function page(entity: AnyEntity, filter: readonly Filter[], after: string | null): Promise<RowPage> {
    const from = after === null ? -1 : Number(after);
    const { rows, more } = await query(
      entity,
      [{ op: 'gt', field: 'id', value: from }, ...filter],
      PAGE_ROWS,
    );
    const last = rows.reduce<number>((highest, row) => Math.max(highest, idOf(row)), from);
    if (more && last === from)
      throw new ConnectorProblem(
        'answer',
        `Autotask says that there is more of ${entity.name} after the id ${from}, and sends nothing that comes after it.`,
      );
    return { rows, next: more ? String(last) : null };
  }

  async function usage(): Promise<Usage | null> {
    const answer = await send('ThresholdInformation');
    if (answer.status === 401) throw problemOf(answer, 'the allowance');
    if (answer.status !== 200) return null;
    const found = parseUsage(answer.json());
    const { externalrequestthreshold: allowed, currenttimeframerequestcount: used } = found;
    return allowed === null || allowed <= 0 || used === null ? null : { used, allowed };
  }

  return {
    page,
    async all(entity, filter) {
      const rows: unknown[] = [];
      for (let next: string | null = null, more = true; more; more = next !== null) {
        const got: RowPage = await page(entity, filter, next);
        rows.push(...got.rows);
        next = got.next;
      }
      return rows;
    },
    async first(entity) {
      return (await query(entity, [{ op: 'gte', field: 'id', value: 0 }], 1)).rows[0];
    },
    fields: (entity) => ask(entity.name, `${entity.name}/entityInformation/fields`),
    usage,
  };
}

function signIn(credentials: Access['credentials']): Record<string, string> {
  return {
    UserName: credentials.username ?? '',
    Secret: credentials.secret ?? '',
    ApiIntegrationCode: credentials.integrationCode ?? '',
  };
}

/**
 * Tickets and hours are many and long; the fields that we ask of them are in every tenant. For the others all fields are sent,
 * as Autotask answers with an error to a field that a tenant does not have.
 */
function includeFields({ name, fields }: AnyEntity): { IncludeFields?: readonly string[] } {
  return name === 'Tickets' || name === 'TimeEntries' ? { IncludeFields: fields } : {};
}

function idOf(row: unknown): number {
  if (typeof row !== 'object' || row === null) return -1;
  const { id, Id } = row as { id?: unknown; Id?: unknown };
  const number = Number(id ?? Id ?? -1);
  return Number.isSafeInteger(number) ? number : -1;
}

const DENIED = /permission|not authorized|unauthorized/i;

/** An API user without permission, and what does not exist, are answered with 500 as well as with 403 and 404. */
export function isFinal(answer: HttpAnswer): boolean {
  const words = errorWords(answer.text);
  return DENIED.test(words) || /unable to find|(not|not be) found|does not exist|unknown user/i.test(words);
}

/** More than three calls at once to one kind of rows: with 429, or with 500 and these words. */
export function isBusy(answer: HttpAnswer): boolean {
  return answer.status >= 400 && /thread threshold|itgenatr005/i.test(answer.text);
}

function problemOf(answer: HttpAnswer, what: string): ConnectorProblem {
  const words = errorWords(answer.text);
  const said = words ? ` Autotask says: ${words}` : '';
  if (answer.status === 401)
    return new ConnectorProblem(
      'credentials',
      `Autotask does not accept the user name, the secret or the integration code. Check all three, and that the API user is active.${said}`,
    );
  if (answer.status === 403 || DENIED.test(words))
    return new ConnectorProblem(
      'permission',
      `The API user may not read ${what}. Give it the security level "API User (system)" with permission to view ${what}.${said}`,
    );
  return new ConnectorProblem('answer', `Autotask answered ${answer.status} for ${what}.${said}`);
}
