// The payment statement: every amount opens to how it was computed, and what both sides confirmed stays as it was.
import { expect, open, prefer, sample, test, violations } from './fixtures.js';

/** Opens the payment page of the English sample on a day after the third quarter. */
const payment = async (page) => {
  await page.clock.setFixedTime(new Date('2026-11-20T10:00:00'));
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/performance/payment`);
  await expect(page.locator('.statement-facts select').first()).toHaveValue('2026-07+3');
};

test('an amount opens to its formula and closes again', async ({ page }) => {
  await payment(page);
  const total = page.locator('.statement-total .statement-amount');
  await total.click();
  const panel = page.locator('.statement-calculation');
  await expect(panel.locator('.formula')).toContainText('max(0,');
  await page.keyboard.press('Tab');
  await total.click();
  await expect(panel).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
});

test('a statement both sides confirmed stays as it was, and today’s differences are told', async ({ page }) => {
  await payment(page);
  const sides = page.locator('.payment-sides');
  await sides.getByRole('button', { name: 'Vendor: Confirm this statement' }).click();
  await sides.getByRole('button', { name: 'Confirm this statement', exact: true }).click();
  await expect(sides.getByRole('alert')).toContainText('Enter who confirms');
  await sides.getByLabel('Confirmed by').fill('Karan Shah');
  await sides.getByLabel('Role').fill('Vendor PM');
  await sides.getByRole('button', { name: 'Confirm this statement', exact: true }).click();
  await expect(page.locator('.settled')).toContainText('Today\'s data give the same.');
  const paid = await page.locator('.statement-total .statement-amount').textContent();
  await page.getByLabel('Base fee a month, €').fill('99999');
  await expect(page.locator('.settled')).toContainText('Today\'s data would differ');
  await expect(page.locator('.statement-total .statement-amount')).toHaveText(paid);
  await page.getByRole('button', { name: 'Show what today\'s data give' }).click();
  await expect(page.locator('.statement-total .statement-amount')).not.toHaveText(paid);
  // Undo changes the fee back, but not what both sides confirmed; that is taken back for a written reason.
  for (let turn = 0; turn < 3; turn += 1) await page.keyboard.press('Control+z');
  await expect(page.locator('.settled')).toContainText('Today\'s data give the same.');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByLabel('Why it is taken back').fill('Confirmed too early');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.locator('.settled')).toHaveCount(0);
  await expect(sides.getByRole('button', { name: 'Vendor: Confirm this statement' })).toBeVisible();
});

test('value-added service that is not agreed keeps the statement from being confirmed', async ({ page }) => {
  await payment(page);
  await page.getByRole('button', { name: 'Add value-added service' }).click();
  await expect(page.locator('.payment-blocked')).toContainText('enter who agreed');
});
