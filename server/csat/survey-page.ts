import { createHash } from 'node:crypto';
import { CSAT_RATINGS, type CsatRating } from '../../domain/csat/satisfaction.ts';
import type { OpenSurvey } from './answer-survey.ts';

/** The longest comment. Characters. */
export const LONGEST_COMMENT = 5000;

const FACES: Readonly<
  Record<CsatRating, { readonly name: string; readonly mouth: string; readonly color: string }>
> = {
  positive: { name: 'Good', mouth: 'M15 29 Q24 39 33 29', color: '#0b7a55' },
  neutral: { name: 'So-so', mouth: 'M16 32 H32', color: '#8a6100' },
  negative: { name: 'Bad', mouth: 'M15 35 Q24 25 33 35', color: '#b3261e' },
};

const STYLE = `
:root{color-scheme:light dark;font:17px/1.5 system-ui,sans-serif}
body{margin:0;background:#f3f5f7;color:#16202a;display:grid;min-height:100vh;place-items:center}
main{box-sizing:border-box;width:min(560px,100vw);padding:32px 24px;background:#fff;border-radius:12px}
h1{font-size:1.35rem;margin:0 0 4px}p{margin:0 0 16px;overflow-wrap:anywhere}.dim{color:#54606b}
fieldset{border:0;margin:16px 0;padding:0;display:grid;grid-template-columns:repeat(3,1fr);gap:12px}
legend{padding:0;margin-bottom:8px;font-weight:600}
label.face{position:relative;display:grid;justify-items:center;gap:6px;padding:16px 4px;border:2px solid #c9d1d8;border-radius:12px;cursor:pointer;font-weight:600}
label.face input{position:absolute;opacity:0;inset:0;margin:0;width:100%;height:100%;cursor:pointer}
label.face:has(input:checked){border-color:currentColor;background:#0b7a5514}
label.face:has(input:focus-visible){outline:3px solid #1c6fd1;outline-offset:2px}
label.text{display:block;font-weight:600;margin-bottom:6px}
textarea{box-sizing:border-box;width:100%;min-height:110px;font:inherit;padding:10px;border:1px solid #8a96a1;border-radius:8px;background:transparent;color:inherit}
button{margin-top:16px;font:inherit;font-weight:600;padding:10px 22px;border:0;border-radius:8px;background:#0b6b4b;color:#fff;cursor:pointer}
button:focus-visible,textarea:focus-visible{outline:3px solid #1c6fd1;outline-offset:2px}
@media (prefers-color-scheme:dark){body{background:#0e1318;color:#e4eaf0}main{background:#171e25}.dim{color:#9aa7b3}label.face{border-color:#3a4650}label.face.positive{color:#4fd1a1}label.face.neutral{color:#e0b64a}label.face.negative{color:#ff8a80}}
@media (prefers-color-scheme:light){label.face.positive{color:${FACES.positive.color}}label.face.neutral{color:${FACES.neutral.color}}label.face.negative{color:${FACES.negative.color}}}
`;

/** Nothing but the page's own style is loaded or run, it posts to nobody else, and nobody frames it. */
export const SURVEY_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** The three faces to choose from, with the one ticked that the link in the mail stood for. It works without JavaScript. */
export function questionPage(
  { asks, about }: OpenSurvey,
  ticked: CsatRating | null,
  problem: string | null,
): string {
  const faces = CSAT_RATINGS.map((rating) => {
    const { name, mouth } = FACES[rating];
    return `<label class="face ${rating}"><input type="radio" name="answer" value="${rating}" required${rating === ticked ? ' checked' : ''}>
<svg width="56" height="56" viewBox="0 0 48 48" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" aria-hidden="true"><circle cx="24" cy="24" r="20"/><path d="M17 19v.5M31 19v.5${mouth}"/></svg>${name}</label>`;
  });
  return page(
    `How did ${asks} do?`,
    `${about === null ? '' : `<p class="dim">About: ${html(about)}</p>`}${problem === null ? '' : `<p role="alert">${html(problem)}</p>`}
<form method="post"><fieldset><legend>Your answer</legend>${faces.join('')}</fieldset>${commentField(null)}<button>Send</button></form>`,
  );
}

/** Said once there is an answer; a comment can still be added or changed as long as the link holds. */
export function thanksPage({ asks, rating, comment, expiresAt }: OpenSurvey, now: Date): string {
  const answer = rating === null ? '' : `<p>You answered: <strong>${FACES[rating].name}</strong>.</p>`;
  const form =
    rating === null || expiresAt <= now
      ? ''
      : `<form method="post">${commentField(comment)}<button>${comment === null ? 'Send comment' : 'Change comment'}</button></form>`;
  return page('Thank you', `<p class="dim">${html(asks)} has your answer.</p>${answer}${form}`);
}

/** For a link that has expired, and in the same words for one that was withdrawn or never made. */
export function gonePage(): string {
  return page(
    'This link is not valid any more',
    '<p>It has expired, or it was withdrawn. There is nothing left to do.</p>',
  );
}

function commentField(comment: string | null): string {
  return `<label class="text" for="comment">Comment (optional)</label><textarea id="comment" name="comment" maxlength="${LONGEST_COMMENT}">${html(comment ?? '')}</textarea>`;
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${html(title)}</title><style>${STYLE}</style></head><body><main><h1>${html(title)}</h1>${body}</main></body></html>`;
}

function html(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
