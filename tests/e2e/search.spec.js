// Search and commands by keyboard alone.
import { expect, ownProject, prefer, sample, test } from './fixtures.js';

test('a clause is found and opened by its number', async ({ page }) => {
  await prefer(page, 'en');
  await sample(page);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
  await page.keyboard.type('K-3');
  await expect(page.getByRole('option').first()).toContainText('K-3');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/performance\/kpis\?sel=K-3/);
  await expect(page.locator('[id="c-K-3"] .ledger-form')).toBeVisible();
});

test('commands run from the list, led by the arrows', async ({ page }) => {
  await prefer(page, 'en');
  await ownProject(page, 'Found');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
  await page.keyboard.type('change');
  await expect(page.getByRole('option')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
  await page.keyboard.type('app settings');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('App settings');
});
