// A month is worked out beside the terms of service credits, and a pasted history is replayed.
import { expect, go, prefer, sample, test, violations } from './fixtures.js';

test('what is typed and which model is chosen change the worked example; what is typed is not kept', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await go(page, `${home}/performance/credits`);
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
  await go(page, `${home}/performance/credits`);
  await page.getByLabel('Which history').selectOption({ label: 'A pasted table' });
  await page.getByLabel('Paste a table').fill('\tS-01\tUnknown\n2026-01\t99,5\t1,5\n2026-02\t91,25\tx\n2026-03\t98,75\t2,5');
  await expect(page.getByText('3 figures of 3 months read.')).toBeVisible();
  await expect(page.locator('.credits-trouble')).toContainText('“Unknown”');
  await expect(page.locator('.credits-rehearsed tbody tr').first()).toContainText('2 / 3');
});
