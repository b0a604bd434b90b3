// The indicators: formulas over entered numbers, tables read in with a preview, and causes of missed targets.
import { expect } from '@playwright/test';
import { item, open, prefer, sample, test } from './fixtures.js';

const kpis = async (page, rest = '') => {
  await prefer(page, 'en');
  await page.clock.setFixedTime('2026-11-20T08:00:00Z');
  await open(page, `${await sample(page)}/performance/kpis${rest}`);
};

test('a formula says what is wrong where it is, and makes the reading of a month from its numbers', async ({ page }) => {
  await kpis(page, '?sel=K-5');
  const formula = item(page, 'K-5').getByLabel('Formula', { exact: true });
  await formula.fill('100 * reopened / ');
  await expect(item(page, 'K-5').locator('.field-error')).toContainText('A number or a name is missing at the end.');
  await formula.fill('100 * reopened / closed');
  await expect(item(page, 'K-5').locator('.sample-result')).toContainText('94 %');
  await formula.press('Tab');
  await page.getByLabel('For which KPI').selectOption({ label: 'K-5 Reopened bugs' });
  const month = page.locator('.inputs tbody tr').last();
  await month.getByLabel('reopened 2026-11').fill('3');
  await expect(month.locator('.result')).toContainText('Fill in closed');
  await month.getByLabel('closed 2026-11').fill('60');
  await expect(month.locator('.result')).toContainText('5 %');
  await expect(page.locator('table.readings:not(.inputs) tbody tr').last().locator('td.computed').filter({ hasText: /^5 ƒ/ })).toHaveCount(1);
  await month.getByLabel('closed 2026-11').fill('0');
  await expect(month.locator('.result')).toContainText('No data');
});

test('a block from a spreadsheet fills the grid from the field it is pasted into', async ({ page }) => {
  await kpis(page);
  const grid = page.locator('table.readings').first();
  const paste = (label, text) => grid.getByLabel(label, { exact: true }).evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await paste('Severe fixes in 4 h 2026-10', '91.5\t81\n92,5\tsoon\n93\t82');
  await expect(grid.getByLabel('Severe fixes in 4 h 2026-10', { exact: true })).toHaveValue('91.5');
  await expect(grid.getByLabel('Severe fixes in 4 h 2026-11', { exact: true })).toHaveValue('92.5');
  await expect(grid.getByLabel('Coverage of changed code 2026-11', { exact: true })).toHaveValue('soon');
  await expect(grid).toContainText('not counted yet');
  await expect(grid.getByLabel('Severe fixes in 4 h 2026-12', { exact: true })).toHaveValue('93');
  await page.keyboard.press('Control+z');
  await expect(grid.getByLabel('Severe fixes in 4 h 2026-10', { exact: true })).not.toHaveValue('91.5');
  // What a formula computes keeps its place.
  await paste('On-time milestones 2026-10', '96\t1\n97\t2');
  await expect(page.locator('main')).toContainText('2 pasted cells were left out');
});

test('a table is read in after it was looked at, and says what it leaves and why', async ({ page }) => {
  await kpis(page);
  const table = 'Month;K-3;K-7\n31.12.2026;95,5;1.234,5\n2026-12;96;\nJan 2027;soon;99,5\n';
  await page.getByLabel('Paste a table').fill(table);
  const intake = page.locator('.intake');
  await expect(intake).toContainText('2 new, 0 changed; 3 cannot be taken.');
  await expect(intake).toContainText('1,234.5 % cannot be: a share lies between 0 and 100.');
  await expect(intake).toContainText('Row 2 has this month already.');
  await page.getByRole('button', { name: 'Take 2 figures' }).click();
  await expect(page.locator('main')).toContainText('2 figures taken; 3 were left out.');
  await expect(page.locator('table.readings').first()).toContainText('2027-01');
  await page.keyboard.press('Control+z');
  await expect(page.locator('.panels')).not.toContainText('2027-01');
  // The same heads are read in the same way.
  await page.getByLabel('Paste a table').fill(table);
  await expect(intake).toContainText('Columns are read as last time');
});

test('a cause that is written stands in the chart of causes', async ({ page }) => {
  await kpis(page);
  const causes = page.locator('figure', { hasText: 'missed targets' });
  const field = page.locator('.breaches input').first();
  for (const cause of ['Flood', 'Flooded road']) {
    await field.fill(cause);
    await expect(causes.locator('svg')).toContainText(cause);
    await expect(field).toBeFocused();
  }
});

test('a percentage that cannot be is refused where it is typed, and counts once the KPI may have it', async ({ page }) => {
  await kpis(page, '?sel=K-5');
  const cell = page.locator('table.readings').first().getByLabel('Reopened bugs 2026-10');
  const before = await cell.inputValue();
  await cell.fill('140');
  await expect(page.locator('table.readings').first()).toContainText('140 % cannot be: a share lies between 0 and 100.');
  await expect(cell).toHaveValue('140');
  await item(page, 'K-5').getByLabel('Percentages may lie outside 0–100').check();
  await expect(page.locator('table.readings').first()).not.toContainText('cannot be');
  await expect(cell).toHaveValue('140');
  await page.keyboard.press('Control+z');
  await expect(cell).toHaveValue(before);
});
