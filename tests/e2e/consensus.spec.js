// Criteria in groups, and a score agreed on beside those given, up to the calculation of the ranking.
import { expect, item, open, ownProject, prefer, test, violations } from './fixtures.js';

const cell = (page, row, column) => page.locator(`[data-score="${row}-${column}"]`);

test('criteria stand in a group, a score is agreed on, and the calculation shows both', async ({ page }) => {
  test.setTimeout(120_000);
  await prefer(page, 'en');
  const home = await ownProject(page);
  await open(page, `${home}/vendors`);
  for (const [number, name] of [['V-1', 'Brightdesk'], ['V-2', 'Kindly']]) {
    await page.getByRole('button', { name: 'Add a vendor' }).click();
    await item(page, number).getByLabel('Name').fill(name);
  }
  await open(page, `${home}/vendors/capability`);
  for (const [number, name] of [['C-1', 'People'], ['C-2', 'Tools'], ['C-3', 'Seats'], ['C-4', 'Languages']]) {
    await page.getByRole('button', { name: 'Add a criterion' }).click();
    await item(page, number).getByLabel('Criterion', { exact: true }).fill(name);
    if (number > 'C-2') await item(page, number).getByLabel('Stands under').selectOption({ label: 'C-1 People' });
  }
  const register = page.locator('#c-criteria');
  await expect(register.locator('.margin-number')).toHaveText(['C-1', 'C-3', 'C-4', 'C-2']);
  await page.getByRole('button', { name: 'Spread evenly' }).click();
  await expect(page.locator('.section-aside').last()).toContainText('C-1: total 100, remaining 0');
  await item(page, 'C-3').getByRole('button').first().click();
  await expect(item(page, 'C-3')).toContainText('25 % of the whole');
  await item(page, 'C-1').getByRole('button').first().click();
  await expect(item(page, 'C-1')).toContainText('it is not scored itself');
  await expect(item(page, 'C-1').getByLabel('Stands under')).toHaveCount(0);

  for (const [number, name] of [['E-1', 'Ines'], ['E-2', 'Tom']]) {
    await page.getByRole('button', { name: 'Add an evaluator' }).click();
    await item(page, number).getByLabel('Name').fill(name);
  }
  for (const [name, score] of [['E-1 Ines', 4], ['E-2 Tom', 2]]) {
    await page.getByRole('combobox', { name: 'Whose sheet' }).selectOption({ label: name });
    await expect(page.locator('[data-score]')).toHaveCount(6);
    await expect(page.locator('.score-grid .group')).toHaveText(['People']);
    for (let column = 0; column < 2; column += 1) {
      await cell(page, 0, column).focus();
      for (let row = 0; row < 3; row += 1) {
        await page.keyboard.press(String(score));
        await expect(cell(page, row, column)).toHaveText(String(score));
        await page.keyboard.press('Enter');
      }
    }
    await page.getByRole('button', { name: 'Submit my scores' }).click();
  }
  const rows = page.locator('.consensus tbody tr');
  await expect(rows).toHaveCount(6);
  for (const row of await rows.all()) await row.getByLabel('Reason, at 2 or more apart').fill('One saw it, one did not');
  const seats = item(page, 'V-1-C-3');
  await expect(seats).toContainText('People');
  await seats.getByLabel('Agreed').selectOption('5');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Lock scores' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter why the score of V-1 Seats was agreed');
  await seats.getByLabel('Why this was agreed').fill('Seen together on a visit');
  await page.getByRole('button', { name: 'Lock scores' }).click();
  await expect(page.getByText(/Scores locked on/)).toBeVisible();
  await expect(seats).toContainText('Seen together on a visit');
  // What each of them scored is as it was.
  await expect(seats.locator('.num strong')).toHaveText('3');

  await open(page, `${home}/vendors/proposals`);
  for (const number of ['V-1', 'V-2']) {
    await page.getByRole('button', { name: `Edit the proposal of ${number}` }).click();
    await page.locator('.proposal').getByLabel(/^Base price a month/).fill('9000');
  }
  await open(page, `${home}/vendors/decide`);
  await page.getByLabel(/^Price for full points/).fill('6000');
  await page.getByLabel(/^Price for no points/).fill('12000');
  await page.getByLabel('Evaluators together').selectOption({ label: 'Agreed scores' });
  await expect(page.getByText('Each criterion counts with its agreed score')).toBeVisible();
  await page.locator('.rank-bars li').first().locator('.segment').first().click();
  const panel = page.locator('.calculation-panel');
  await expect(panel).toContainText('How V-1 Brightdesk earned');
  await expect(panel.locator('.formula')).toContainText('100 × (25 × 5 + 25 × 3 + 50 × 3) / (5 × 100) = 70');
  await expect(panel).toContainText('5 (Agreed) · 25 %');
  expect(await violations(page)).toEqual([]);
});
