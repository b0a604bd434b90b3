// Risks: rated in words, turned into issues, read on the map with keyboard and finger, and their plans tried.
import { expect, item, open, ownProject, prefer, test, violations } from './fixtures.js';

const withRisk = async (page, likelihoodAfter = '2') => {
  await prefer(page, 'en');
  const home = await ownProject(page);
  await open(page, `${home}/risks/register`);
  await page.getByRole('button', { name: 'Add a risk' }).click();
  const risk = item(page, 'R-01');
  await risk.getByLabel('What may happen').fill('The chat is down');
  await risk.getByLabel('Likelihood', { exact: true }).selectOption('4');
  await risk.getByLabel('Impact', { exact: true }).selectOption('4');
  await risk.getByLabel('Likelihood after').selectOption(likelihoodAfter);
  await risk.getByLabel('Impact after').selectOption('4');
  await expect(risk.locator('.risk-lines')).toContainText('likelihood 4 × impact 4 = 16, critical');
  return home;
};

test('a risk that occurred becomes an issue, and each leads to the other', async ({ page }) => {
  await withRisk(page);
  const risk = item(page, 'R-01');
  await risk.getByRole('button', { name: 'It occurred: open an issue' }).click();
  await expect(risk.locator('.ledger-line')).toContainText('LT-1');
  await risk.locator('.occurrences').getByRole('link', { name: /LT-1/ }).click();
  const issue = item(page, 'LT-1');
  await expect(issue.locator('.issue-origin')).toContainText('R-01');
  await issue.locator('.issue-origin').getByRole('link', { name: /R-01/ }).click();
  await expect(item(page, 'R-01').locator('.occurrences')).toContainText('LT-1');
  expect(await violations(page)).toEqual([]);
});

test('a number on the map is pressed with the keyboard and says its way', async ({ page }) => {
  const home = await withRisk(page);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await open(page, `${home}/risks/map`);
    await page.locator('.heat button').first().focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.heat-arrow')).toBeVisible();
    await expect(page.locator('.heat-note')).toContainText('16 → 8');
    await page.keyboard.press('Escape');
    await expect(page.locator('.heat-arrow')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
  expect(await violations(page)).toEqual([]);
});

test('a drill that is overdue is told', async ({ page }) => {
  // What lies above the tolerance line as it stands asks for a plan.
  const home = await withRisk(page, '3');
  await open(page, `${home}/risks/plans`);
  const plan = item(page, 'R-01');
  await plan.locator('.ledger-name').click();
  await plan.getByLabel('First hour').fill('Put up a notice');
  await plan.getByRole('button', { name: 'Log a drill' }).click();
  const drill = item(page, 'RD-1');
  await drill.getByLabel('What was tried').fill('Telephone instead of chat');
  await drill.getByLabel('Date').fill('2026-01-10');
  await drill.getByLabel('Next drill').fill('2026-04-10');
  await expect(page.locator('.finding')).toContainText('1 drill is overdue.');
  await expect(plan.locator('.ledger-line')).toContainText('overdue');
});
