// The thread from the goal to the money: every break is named, and mended from where it is named.
import { expect, item, open, prefer, sample, test, violations } from './fixtures.js';

test('a must-have gets its service level and its indicator, and the thread is whole', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  const trace = () => open(page, `${home}/requirements/trace`);
  await trace();
  const breaks = page.locator('.breaks');
  await expect(breaks).toContainText('F-02 Evidence store is a must-have and no service level guards it');
  const row = page.locator('.threads tr', { hasText: 'F-02 Evidence store' });
  await expect(row.locator('.tag')).toHaveText(['break']);
  await expect(breaks.getByRole('link', { name: 'Choose the module: B-6 Reporting' })).toBeVisible();
  await expect(breaks).toContainText('S-03 Defect escape: the penalty names no amount, share or points');
  await expect(page.locator('.threads tr', { hasText: 'F-05 Audit trail' })).toContainText('None needed: Accepted once by the auditor');
  expect(await violations(page)).toEqual([]);

  await breaks.getByRole('button', { name: 'Add a service level: F-02 Evidence store' }).click();
  await expect(item(page, 'S-06')).toBeFocused();
  await item(page, 'S-06').getByLabel('Measure').fill('Evidence found');
  await item(page, 'S-06').getByLabel('Definition and formula').fill('files found again / files asked for (our audit)');
  await item(page, 'S-06').getByLabel('If missed').fill('1 % of the fee');

  await trace();
  await expect(breaks).not.toContainText('F-02 Evidence store');
  await breaks.getByRole('button', { name: 'Make the indicator, same formula: S-06 Evidence found' }).click();
  await expect(breaks).not.toContainText('S-06');
  await expect(page.locator('.toast')).toContainText('K-10');
  await expect(row.locator('.tag')).toHaveCount(0);
  await expect(row).toContainText('K-10 Evidence found');
  await open(page, `${home}/performance/kpis?sel=K-10`);
  // What only confirms belongs to the page it was said on.
  await expect(page.locator('.toast.shown')).toHaveCount(0);
  await expect(item(page, 'K-10')).toContainText('files found again / files asked for');
  // One step back, and the thread is broken again.
  await page.locator('#page-title').click();
  await page.keyboard.press('Control+z');
  await trace();
  await expect(breaks).toContainText('S-06 Evidence found: no indicator shows whether it is kept');
});
