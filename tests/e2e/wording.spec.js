// Vague words of a feature are marked where they stand, until they are settled.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, open, prefer, RULES, sample, test } from './fixtures.js';

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
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(violations.map((violation) => violation.id)).toEqual([]);
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
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(violations.map((violation) => violation.id)).toEqual([]);
});
