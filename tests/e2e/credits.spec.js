// A month is worked out beside the terms of service credits, and a pasted history is replayed.
import { expect, open, prefer, sample, test, violations } from './fixtures.js';

test('what is typed and which model is chosen change the worked example; what is typed is not kept', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/performance/credits`);
  const example = page.locator('.credits-example');
  await expect(example.locator('tbody tr')).toHaveCount(5);
  await example.getByLabel('Actual S-01 %').fill('80');
  await expect(example.locator('tbody tr').first()).toContainText('fee × 12 % × 50 %');
  await page.getByRole('button', { name: 'Back to the readings' }).click();
  await expect(example.locator('tbody tr').first()).not.toContainText('fee × 12 %');
  await page.getByLabel('How it is deducted').selectOption({ label: 'Pay by score' });
  await expect(example.locator('tbody tr').last()).toContainText('Score');
  expect(await violations(page)).toEqual([]);
});

test('a pasted history is replayed, and what cannot be read is told', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/performance/credits`);
  await page.getByLabel('Which history').selectOption({ label: 'A pasted table' });
  await page.getByLabel('Paste a table').fill('\tS-01\tUnknown\n2026-01\t99,5\t1,5\n2026-02\t91,25\tx\n2026-03\t98,75\t2,5');
  await expect(page.getByText('3 figures of 3 months read.')).toBeVisible();
  await expect(page.locator('.credits-trouble')).toContainText('“Unknown”');
  await expect(page.locator('.credits-rehearsed tbody tr').first()).toContainText('2 / 3');
  // It is still there after a look at another page.
  await open(page, `${home}/performance/payment`);
  await open(page, `${home}/performance/credits`);
  await expect(page.locator('.credits-rehearsed tbody tr').first()).toContainText('2 / 3');
});

test('pasted tickets are replayed at once, and none goes into the log', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/performance/credits`);
  await page.getByLabel('Which history').selectOption({ label: 'A pasted table' });
  const months = ['01', '02', '03'];
  const late = (month) => (month === '02' ? '18:00' : '09:05');
  const tickets = months.map((month, n) => `T-${n},P0,2026-${month}-06 09:00,2026-${month}-06 ${late(month)},`);
  await page.getByLabel('Paste a table').fill(['Ticket,Priority,Created,Responded,Resolved', ...tickets, 'T-9,P0,soon,,'].join('\n'));
  await expect(page.getByText('3 tickets counted, 1 row left out:')).toBeVisible();
  await expect(page.locator('.history-causes')).toContainText('soon');
  await expect(page.getByText('Nothing is chosen yet')).toBeVisible();
  await page.getByLabel('S-01').last().selectOption({ index: 1 });
  await expect(page.locator('.credits-rehearsed tbody tr').first()).toContainText('2 / 3');
  // What a column holds may be said otherwise, and the replay follows.
  await page.getByLabel('Column 2 Priority').selectOption({ label: 'Left aside' });
  await expect(page.locator('.credits-rehearsed')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await open(page, `${home}/collaboration/log`);
  await expect(page.locator('main')).not.toContainText('T-9');
});

test('what is typed is told as a trial, and no share of more than all', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/performance/credits`);
  const actual = page.locator('.credits-example').getByLabel('Actual S-01 %');
  await actual.fill('130');
  await expect(actual).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('With the figures you typed')).toHaveCount(0);
  await actual.fill('80');
  await expect(page.getByText('With the figures you typed')).toBeVisible();
});
