// Offers line by line, the total cost of ownership, and what is otherwise since a decision.
import { expect, open, prefer, sample, test } from './fixtures.js';

const total = (page, name) => page.locator('table').filter({ hasText: 'Governance' }).getByRole('row', { name }).innerText();

test('lines of an offer add up to its price, and reach total cost and ranking', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/vendors/proposals?sel=V-1`);
  const form = page.locator('#c-proposal');
  const price = form.getByLabel('Base price a month', { exact: false });
  await expect(price).toBeVisible();
  const add = form.getByRole('button', { name: 'Add a line' });
  await add.click();
  await form.getByLabel('What is offered').fill('Night shift');
  await form.getByLabel('Quantity').fill('2');
  await form.getByLabel('Unit price', { exact: false }).fill('30000');
  await expect(form).toContainText('Base price a month: €60,000, the sum of its lines');
  await expect(form).toContainText('Typed before: €52,000');
  await expect(price).toHaveCount(0);
  const before = await total(page, /^Fees/);
  await add.click();
  await form.getByLabel('What is offered').fill('Set-up');
  await form.getByLabel('Paid').selectOption('once');
  await form.getByLabel('Quantity').fill('1');
  await form.getByLabel('Unit price', { exact: false }).fill('5000');
  // What is paid once is in the total cost and not in the price a month.
  await expect(form).toContainText('Base price a month: €60,000, the sum of its lines');
  await expect.poll(() => total(page, /^Fees/)).not.toBe(before);
  await form.getByLabel('Quantity').fill('-1');
  await expect(form).toContainText('A quantity is 0 or more');

  await page.getByText('How this was computed · V-1', { exact: false }).click();
  const steps = page.locator('.calculation[open]').filter({ hasText: 'fees + selection' });
  await expect(steps.locator('.formula')).toContainText('€64,000 × 12');
  await open(page, `${home}/vendors/decide`);
  await page.locator('.rank-bars li').filter({ hasText: 'V-1' }).locator('[data-segment="4"]').click();
  await expect(page.getByText('€60,000').first()).toBeVisible();
});

test('a price too low has to be explained before its vendor is chosen', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/vendors/proposals?sel=V-4`);
  const form = page.locator('#c-proposal');
  await form.getByLabel('Base price a month', { exact: false }).fill('0');
  await expect(form.getByRole('alert')).toContainText('A price of 0 is not counted');
  await form.getByLabel('Base price a month', { exact: false }).fill('20000');
  await expect(form.getByRole('alert')).toHaveCount(0);
  await expect(page.locator('table.compared')).toContainText('Too low: ask to explain');
  await open(page, `${home}/vendors/decide`);
  const trap = page.locator('.to-answer').first();
  await expect(trap).toContainText('V-4 Harbour Code at €20,000 has to explain its price by Spain, RGLCAP art. 85 · not asked yet');
  await page.getByLabel('Backup vendor').selectOption({ label: 'V-2 Brightdesk Systems' });
  await page.getByLabel('Chosen').selectOption({ label: 'V-4 Harbour Code' });
  await page.getByLabel('Why not by the ranking or the pilot').fill('The budget ends there.');
  await page.getByRole('button', { name: 'Lock the decision' }).click();
  await expect(page.locator('.problem-summary')).toContainText('needs an accepted explanation first');
  await trap.getByRole('link').click();
  await form.getByLabel('Asked on').fill('2026-11-20');
  await form.getByRole('radio', { name: 'Yes' }).check();
  await open(page, `${home}/vendors/decide`);
  await expect(trap).toContainText('explanation accepted');
  await page.getByRole('button', { name: 'Lock the decision' }).click();
  await expect(page.locator('.record.locked')).toBeVisible();
});

test('weights on their way to another sum are shown in proportion, and cannot be locked', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/vendors/decide`);
  await page.locator('.stepper button').nth(1).click();
  await expect(page.locator('.finding').first()).toContainText('sum to 101 and are scaled for now');
  await expect(page.locator('.rank-bars li')).toHaveCount(3);
  const weight = page.locator('.stepper input').first();
  await weight.fill('150');
  await weight.press('Tab');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(weight).toHaveValue('36');
  await page.getByRole('button', { name: 'Lock the decision' }).click();
  await expect(page.locator('.problem-summary')).toContainText('There is no ranking yet');
});

test('what changes after a decision is listed beside it', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/vendors/decide`);
  await page.getByRole('button', { name: 'Lock the decision' }).click();
  await expect(page.locator('.record.locked')).toBeVisible();
  await expect(page.locator('.since')).toHaveCount(0);
  await page.locator('.unlock input').fill('a new quote came');
  await page.getByRole('button', { name: 'Unlock the decision' }).click();
  await expect(page.locator('.record.locked')).toHaveCount(0);

  const weights = page.locator('.stepper input');
  await weights.first().fill('30');
  await weights.last().fill('25');
  await weights.last().press('Tab');
  await expect(page.locator('.since')).toContainText('Changed since the decision of');
  await expect(page.locator('.since')).toContainText('Weight of Capability: 35 % → 30 %');
  await open(page, `${home}/vendors/proposals?sel=V-1`);
  await page.locator('#c-proposal').getByLabel('Base price a month', { exact: false }).fill('99999');
  await page.keyboard.press('Tab');
  await open(page, `${home}/vendors/decide`);
  await expect(page.locator('.since')).toContainText('€99,999');
  await page.getByText('Record of locks').click();
  await expect(page.getByText(/unlocked: .*a new quote came/)).toBeVisible();
});
