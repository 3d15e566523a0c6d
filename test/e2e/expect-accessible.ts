import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Holds what the page shows now to the rules of WCAG 2.2 AA, in the light scheme and then in the dark one. Only the
 * scheme changes in between, so an open dialog stays open. Pages have no frames: axe looks into none.
 */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await expectAccessibleNow(page, `in ${colorScheme}`);
  }
}

/** The same in the colour scheme that the page stands in, for pages that are none of the screens. */
export async function expectAccessibleNow(page: Page, where = 'as it stands'): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  expect(await page.evaluate(violations, TAGS), where).toEqual([]);
}

/** Runs in the page: each broken rule with the elements that break it, once no colour is on its way any more. */
async function violations(tags: string[]): Promise<string[]> {
  const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
  await Promise.allSettled(transitions.map(({ finished }) => finished));
  const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
    runOnly: tags,
    resultTypes: ['violations'],
  });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}
