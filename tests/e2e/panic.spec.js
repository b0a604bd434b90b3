import { expect, test } from '@playwright/test';
import { ORIGIN } from './playwright.config.js';

test('an error of the program stops every write and offers the data', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('halfseal.preferences', JSON.stringify({ language: 'en', theme: 'light', shortcuts: true })));
  await page.goto(`${ORIGIN}/fault/index.html#/new`);
  await page.locator('#project-name').fill('Rescue me');
  await page.locator('.sheet .button.primary').click();
  await expect(page.locator('.next')).toBeVisible();
  await page.evaluate(() => {
    location.hash = '/fault';
  });
  await expect(page.locator('#recovery')).toBeVisible();
  expect(await page.evaluate(() => [window.gate.write('halfseal.x', '1'), localStorage.getItem('halfseal.x')])).toEqual([false, null]);
  const download = page.waitForEvent('download');
  await page.locator('#recovery-download').click();
  const stream = await (await download).createReadStream();
  const text = (await stream.toArray()).join('');
  expect(text).toContain('Rescue me');
});
