// Vague words of a feature are marked where they stand, until they are settled.
import { expect, open, prefer, sample, test, violations } from './fixtures.js';

test('a vague word is marked with what would settle it, and goes once it is settled', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/requirements/scope?sel=F-01`);
  const item = page.locator('[id="c-F-01"]');
  await item.getByLabel('Acceptance').fill('Answers arrive promptly');
  await expect(item.locator('mark')).toHaveText('promptly');
  await expect(item.locator('.wording')).toContainText('say how long');
  await expect(item.locator('.wording')).toContainText('it cannot be checked');
  await expect(page.locator('.finding').first()).toContainText('2 wordings leave something open.');
  // A line with a figure settles itself and no other one.
  await item.getByLabel('Acceptance').fill('95 % within 15 minutes\nThe client is happy\nIt looks nice');
  await expect(item.locator('.wording li')).toHaveText([/The client is happy/, /It looks nice/]);
  await expect(item.locator('.wording')).not.toContainText('95 %');
  expect(await violations(page)).toEqual([]);
  await item.getByLabel('Acceptance').fill('Answers arrive promptly: within 15 minutes');
  await expect(item.locator('.wording')).toHaveCount(0);
});

test('Chinese words are read too, in the same place', async ({ page }) => {
  await prefer(page, 'zh', 'dark');
  const home = await sample(page);
  await open(page, `${home}/requirements/scope?sel=F-01`);
  const item = page.locator('[id="c-F-01"]');
  await item.locator('textarea').nth(1).fill('及时处理退款、换货等问题');
  await expect(item.locator('mark')).toHaveText(['及时', '等']);
  await expect(item.locator('.wording')).toContainText('写明多久');
  expect(await violations(page)).toEqual([]);
});

test('a service level is read like a feature, and readiness counts what both pages count', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/requirements/sla?sel=S-02`);
  const item = page.locator('[id="c-S-02"]');
  await item.getByLabel('If missed').fill('A reasonable deduction');
  await expect(item.locator('mark')).toHaveText('reasonable');
  await expect(item.locator('.wording')).toContainText('If missed');
  await expect(page.locator('.finding').first()).toContainText('One wording leaves something open.');
  await item.getByLabel('Definition and formula').fill('');
  await expect(item.locator('.margin-number.wrong')).toBeVisible();
  await item.getByLabel('Owner').selectOption('');
  await expect(item.locator('.sla-help .tag')).toHaveText('Owner');
  expect(await violations(page)).toEqual([]);
  await open(page, `${home}/requirements/workshop`);
  await expect(page.locator('.readiness .summary-row', { hasText: 'Wordings that leave something open' }).locator('.tag')).toHaveText('1');
  await page.getByRole('link', { name: /Enter the definition and formula for S-02/ }).first().click();
  await expect(item).toBeVisible();
});
