// Who may see which data is set by the keyboard; what wants a reason asks for it.
import { expect, open, ownProject, prefer, sample, test, violations } from './fixtures.js';

const cell = (page, row, column) => page.locator(`[data-choice="${row}-${column}"]`);

test('rights are set by letters, go round by Space, and an edit of sensitive data asks why', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/risks/security`);
  await cell(page, 3, 0).focus();
  await page.keyboard.press('e');
  await expect(cell(page, 3, 0)).toContainText('edit');
  await expect(cell(page, 3, 0)).toContainText('say why');
  const reason = page.locator('.cell-panel').getByLabel('Reason');
  await reason.fill('Answers complaints');
  await expect(cell(page, 3, 0)).toHaveText('edit');
  await cell(page, 3, 0).focus();
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, 3, 1)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(cell(page, 3, 1)).toHaveText('—');
  await page.keyboard.press('Space');
  await expect(cell(page, 3, 1)).toHaveText('see');
  expect(await violations(page)).toEqual([]);
});

test('an empty project is led from the classes to the table', async ({ page }) => {
  await prefer(page, 'en');
  const home = await ownProject(page);
  await open(page, `${home}/risks/security`);
  await expect(page.locator('.choice-grid')).toHaveCount(0);
  await page.getByRole('button', { name: 'Add the usual five' }).click();
  await expect(page.locator('[id="c-DC-5"]')).toBeVisible();
  await expect(page.locator('.finding')).toContainText('3 classes of sensitive data lack rules');
});
