// Shares are entered by module, readiness follows, and "what if" lists what breaks with where it is mended.
import { expect, item, open, ownProject, prefer, sample, test, violations } from './fixtures.js';

test('an empty project is led to modules and vendors', async ({ page }) => {
  await prefer(page, 'en');
  const home = await ownProject(page);
  await open(page, `${home}/risks/dependence`);
  await expect(page.getByRole('link', { name: 'List the modules' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'List the vendors' })).toBeVisible();
});

test('a share that is changed changes the whole, and too much is told', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/risks/dependence`);
  await expect(page.locator('.finding')).toContainText('of what is given out');
  await item(page, 'B-1').locator('button').first().click();
  await item(page, 'B-1').getByLabel('Share (%)').first().fill('90');
  await expect(item(page, 'B-1').getByText('more than 100 %').first()).toBeVisible();
});

test('what breaks is listed with the way to mend it', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/risks/dependence`);
  const answer = page.locator('.stress');
  await expect(answer).toContainText('nobody else is Responsible or Accountable');
  const tasks = answer.locator('.broken', { hasText: 'Who does what' });
  await expect(tasks.getByRole('link', { name: 'Mend: RACI' })).toBeVisible();
  await expect(tasks.locator('li').first()).toContainText('nobody else is');
  await expect(answer.locator('.broken', { hasText: 'Ways out' })).toBeVisible();
  const what = page.getByLabel('What if', { exact: true });
  await what.selectOption({ label: 'The price goes up' });
  await expect(page.getByLabel('By how much (%)')).toHaveValue('20');
  await what.selectOption({ label: 'P0 at night on a holiday' });
  await expect(answer.locator('table')).toBeVisible();
  await what.selectOption({ label: 'A key person leaves' });
  await expect(page.getByLabel('Who', { exact: true })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
