const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Names come from people: they are text in a hover box, never markup. */
const escapeText = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** What hovering says: a name and lines of label and figure. */
export function hoverText(
  name: string,
  lines: readonly (readonly [label: string, figure: string])[],
): string {
  const rows = lines
    .map(
      ([label, figure]) =>
        `<tr><td style="padding:1px 16px 1px 0;opacity:.75">${escapeText(label)}</td>` +
        `<td style="text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap">${escapeText(figure)}</td></tr>`,
    )
    .join('');
  return `<div style="font-weight:600;margin-bottom:2px">${escapeText(name)}</div><table style="border-spacing:0;width:100%">${rows}</table>`;
}
