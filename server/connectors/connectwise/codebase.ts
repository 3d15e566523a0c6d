import { z } from 'zod';
import { ConnectorProblem } from '../connector.ts';
import type { Http, HttpAnswer } from '../http.ts';
import { text } from '../lenient.ts';

/** Where every version answers, if it does not say where it is. */
const ANY_VERSION = 'v4_6_release/';
const companyInfo = z.object({ Codebase: text });

/**
 * The part of the interface's address that names the installed version, such as "v2026_1/"; another one after an update.
 * Throws a ConnectorProblem if the site does not know the company.
 */
export async function codebaseOf(http: Http, login: string, companyId: string): Promise<string> {
  const answer = await http({ url: `${login}/login/companyinfo/${encodeURIComponent(companyId)}` });
  const said = answer.status === 200 ? jsonOf(answer) : undefined;
  if (said === null)
    throw new ConnectorProblem(
      'credentials',
      `Company id: ${new URL(login).host} knows no company "${companyId}". It is what is typed above user and password when signing in.`,
    );
  const codebase = companyInfo.safeParse(said).data?.Codebase ?? '';
  return /^[\w.-]+\/$/.test(codebase) ? codebase : ANY_VERSION;
}

/** Undefined: none, such as a page for people. */
function jsonOf(answer: HttpAnswer): unknown {
  try {
    return answer.json();
  } catch {
    return undefined;
  }
}
