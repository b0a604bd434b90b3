// What every browser test watches: no console error, no policy violation, no request to another origin.
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';
import { ORIGIN } from './playwright.config.js';

export const PAGES = [
  '', 'requirements/goals', 'requirements/screening', 'requirements/scope', 'requirements/sla', 'requirements/signoff', 'requirements/workshop', 'requirements/workshop/projector', 'requirements/understanding', 'requirements/trace',
  'team/people', 'team/raci', 'vendors', 'vendors/qualify', 'vendors/capability', 'vendors/cases', 'vendors/proposals',
  'vendors/pilot', 'vendors/decide', 'collaboration/cadence', 'collaboration/milestones', 'collaboration/quality',
  'collaboration/response', 'collaboration/channels', 'collaboration/sites', 'collaboration/log', 'risks/register', 'risks/map', 'risks/plans', 'risks/security', 'risks/dependence', 'performance/kpis', 'performance/reviews',
  'performance/payment', 'performance/improvement', 'performance/credits', 'documents/specification', 'documents/payment', 'settings',
];
/** The rules of accessibility every page is held to. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
export const OUTER_PAGES = ['#/', '#/new', '#/settings', '#/help', '#/import'];

export const test = base.extend({
  page: async ({ page }, use) => {
    const wrong = [];
    page.on('console', (message) => {
      // Said in place of the app's own registration, which the tests block.
      if (message.text().startsWith('Service Worker registration blocked')) return;
      if (message.type() === 'error' || message.type() === 'warning') wrong.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${ORIGIN}/`) && !url.startsWith('blob:') && !url.startsWith('data:')) wrong.push(`request: ${url}`);
    });
    await page.addInitScript(() => {
      window.violations = [];
      document.addEventListener('securitypolicyviolation', (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
    });
    await use(page);
    const violations = await page.evaluate(() => window.violations ?? []).catch(() => []);
    expect([...wrong, ...violations]).toEqual([]);
  },
});

/** Sets language and theme as the app keeps them, before it starts. */
export const prefer = (page, language, theme = 'light') =>
  page.addInitScript(
    ([language, theme]) => {
      if (!localStorage.getItem('halfseal.preferences')) {
        localStorage.setItem('halfseal.preferences', JSON.stringify({ language, theme, shortcuts: true }));
      }
    },
    [language, theme],
  );

/** Opens a place of the app and waits until it is shown, whole, and has the focus: keys pressed before that would go astray. */
export const open = async (page, hash) => {
  await page.evaluate(() => {
    document.activeElement?.blur();
    window.arrived = new Promise((arrived) => addEventListener('hashchange', () => setTimeout(arrived), { once: true }));
  });
  const before = page.url();
  await page.goto(`./index.html${hash}`);
  await expect(page.locator('#page-title')).toBeVisible();
  await expect(page.locator('.awaited, [aria-busy="true"]')).toHaveCount(0);
  // Within one document only the part behind # changes: the app hears of it a task later and moves the focus. A document
  // that was loaded anew leaves the focus where it is.
  const [path] = before.split('#');
  if (before === page.url() || path !== page.url().split('#')[0]) return;
  await page.evaluate(() => window.arrived);
  await expect(page.locator('.awaited, [aria-busy="true"]')).toHaveCount(0);
  await expect(page.locator(':focus')).toHaveCount(1);
};

/** Lists the rules of accessibility a page breaks, with what breaks them. */
export const violations = async (page) => {
  const found = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return found.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html).join(' | ')}`);
};

/** Returns the item with a clause number. */
export const item = (page, number) => page.locator(`[id="c-${number}"]`);

/** Makes a project of the user's own and returns the start of its addresses. */
export const ownProject = async (page, name = 'Desk') => {
  await open(page, '#/new');
  await page.locator('#project-name').fill(name);
  await page.locator('.sheet .button.primary').click();
  await expect(page.locator('.next')).toBeVisible();
  return new URL(page.url()).hash;
};

/** Opens the sample of a language and returns the start of its addresses. */
export const sample = async (page) => {
  await open(page, '#/');
  await page.locator('.choices section:first-child .actions button').click();
  await expect(page.locator('.next')).toBeVisible();
  return new URL(page.url()).hash;
};

/** Names the vendor, without whom nobody can sign. */
export const nameVendor = async (page, home) => {
  await open(page, `${home}/settings`);
  await page.getByLabel('Vendor', { exact: true }).fill('Brightdesk');
};

/** Presses a button that hands a file to the download. */
export const saved = async (page, name) => {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  return (await download).path();
};

/** The exported file of the open project, without the moment of its export. */
export const exported = async (page) => {
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const path = await (await download).path();
  const text = await readFile(path, 'utf8');
  return { path, text: text.replace(/"exported": "[^"]*"/, '"exported": ""') };
};

/** Chooses a file to be taken in. */
export const take = async (page, path) => {
  await open(page, '#/import');
  await page.locator('#import-file').setInputFiles(path);
};

/** A cell of the role matrix, and what is said aloud there. */
export const cell = (page, row, column) => page.locator(`[data-cell="${row}-${column}"]`);
export const status = (page) => page.locator('.sheet [role=status].sr-only');

/** Opens the matrix of the English sample with the focus in its first cell. */
export const matrix = async (page) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/team/raci`);
  // It opens at the first row that needs fixing.
  await expect(cell(page, 16, 0)).toBeVisible();
  await page.locator('[data-cell][tabindex="0"]').focus();
  await page.keyboard.press('Control+Home');
  await expect(cell(page, 0, 0)).toBeFocused();
};

/** Asks to confirm as one of the two parties of the English sample. */
export const sign = async (page, name) => {
  const side = page.locator('.sign-off > div').nth(name === 'Amara Osei' ? 0 : 1);
  await side.getByLabel('Name').fill(name);
  await side.getByLabel('Role').fill('Director');
  await side.getByRole('button', { name: /^Confirm/ }).click();
};

export { expect, ORIGIN };
