// The pages come in parts: one that does not come says so, and can be asked for again.
import { test, expect } from '@playwright/test';
import { open, ownProject, prefer } from './fixtures.js';

test('a page that cannot be loaded says so, and comes when asked for again', async ({ page, context }) => {
  await prefer(page, 'en');
  await context.route('**/split_people.wasm', (route) => route.abort());
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  const others = page.waitForEvent('requestfinished', { predicate: (request) => request.url().endsWith('split_import.wasm'), timeout: 60_000 });
  const home = await ownProject(page, 'By the sea');
  await open(page, `${home}/team/people`);
  await expect(page.locator('main')).toContainText('did not load');
  // The rest of the app goes on, with what was entered.
  await page.getByRole('link', { name: 'Requirements' }).first().click();
  await expect(page.locator('#page-title')).toContainText('Goals');
  await expect(page.locator('.top-bar, header').first()).toContainText('By the sea');
  // The other parts come while the user reads; none of that asks for this one again, and the button is left alone.
  await others;
  const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('split_people.wasm'));
  await page.goBack();
  await failed;
  await expect(page.locator('main')).toContainText('did not load');
  await context.unroute('**/split_people.wasm');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('main')).not.toContainText('did not load');
  await expect(page.getByRole('button', { name: /role/i }).first()).toBeVisible();
  expect(wrong).toEqual([]);
});
