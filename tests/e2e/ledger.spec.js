// A ruled list: links to a clause open it, keys add and close, a missing half says what is missing.
import { project } from './bench/project.js';
import { expect, item, nameVendor, open, ownProject, prefer, sample, take, test } from './fixtures.js';

test('a link to a clause opens it, Escape closes it, Ctrl+Enter adds the next one', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/requirements/scope?sel=F-03`);
  const one = page.locator('[id="c-F-03"]');
  await expect(one).toBeFocused();
  await expect(one.getByLabel('Includes')).toBeVisible();
  await one.getByLabel('Includes').focus();
  await page.keyboard.press('Escape');
  await expect(one.locator('.ledger-form')).toHaveCount(0);
  await expect(one.getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await one.getByLabel('Acceptance').focus();
  await page.keyboard.press('Control+Enter');
  const next = page.locator('[id="c-F-07"]');
  await expect(next.getByLabel('Feature')).toBeFocused();
  await expect(next.locator('.ledger-line')).toContainText('To fill');
  await expect(page.locator('.finding').first()).toContainText('1 of 7 features');
});

test('a link to the last of five hundred lines leads there, though they come by and by', async ({ page }) => {
  await prefer(page, 'en');
  await take(page, { name: 'large.json', mimeType: 'application/json', buffer: Buffer.from(project(500)) });
  await page.getByRole('button', { name: /as a new project/i }).click();
  await expect(page.locator('.next')).toBeVisible();
  await open(page, `${new URL(page.url()).hash}/requirements/scope?sel=F-500`);
  await expect(item(page, 'F-500')).toBeFocused();
  await expect(item(page, 'F-500').locator('.ledger-form')).toBeVisible();
  await expect(page.locator('.ledger > tbody')).toHaveCount(500);
});

test('a role moves among those beside it, and a person can be filled in', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/team/people?sel=P-04`);
  const client = page.locator('.people section').first();
  const names = () => client.locator('.ledger-name').allInnerTexts();
  await expect(page.locator('[id="c-P-04"]').getByLabel('Person')).toBeVisible();
  const before = await names();
  await page.locator('[id="c-P-04"]').getByRole('button', { name: 'Move up P-04' }).click();
  expect(await names()).toEqual([before[0], before[1], before[3], before[2], before[4], before[5]]);
  await page.locator('[id="c-P-04"]').getByLabel('Person').fill('');
  await page.keyboard.press('Escape');
  await expect(page.locator('.finding').first()).toContainText('P-04 Acceptance QA is not filled yet.');
  await page.getByRole('button', { name: 'Fill', exact: true }).click();
  await expect(page.locator('[id="c-P-04"]').getByLabel('Person')).toBeVisible();
});

test('a party signs what is complete, and later changes are counted', async ({ page }) => {
  await prefer(page, 'en');
  const empty = await ownProject(page);
  await open(page, `${empty}/requirements/signoff`);
  await page.getByRole('button', { name: 'Confirm this version' }).first().click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('alert')).toContainText('Enter the name of who confirms');
  await expect(page.getByRole('alert')).toContainText('Service levels: write at least one');
  const home = await sample(page);
  await nameVendor(page, home);
  await open(page, `${home}/requirements/signoff`);
  await page.locator('#signer-client').fill('Amara Osei');
  await page.getByLabel('Role').first().fill('COO');
  await page.getByRole('button', { name: 'Confirm this version' }).first().click();
  await expect(page.locator('.signed')).toContainText('COO');
  await open(page, `${home}/requirements/sla?sel=S-02`);
  await page.locator('[id="c-S-02"]').getByLabel('Target').fill('4');
  await open(page, `${home}/requirements/signoff`);
  await expect(page.locator('.changes')).toContainText('Changed since signed: 1');
  await page.locator('.changes a').click();
  await expect(page.locator('[id="c-S-02"] .ledger-form')).toBeVisible();
});

test('what is no reading stays as it was typed while others change', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/performance/kpis`);
  const fields = page.locator('table.readings input');
  await fields.nth(0).fill('abc');
  await fields.nth(1).fill('50');
  await expect(fields.nth(0)).toHaveValue('abc');
  await expect(page.locator('.readings .field-error')).toContainText('abc');
  await page.keyboard.press('Control+z');
  await expect(fields.nth(1)).not.toHaveValue('50');
});

test('a text is done once somebody says so', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/requirements/scope`);
  const tick = page.getByLabel('This section is finished');
  await expect(tick).toBeChecked();
  await expect(page.locator('.rail [aria-current] .state')).toHaveText('4/5');
  await tick.uncheck();
  await expect(page.locator('.rail [aria-current] .state')).toHaveText('3/5');
});

test('criteria stay as they are while scores are locked', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/vendors/capability?sel=C-1`);
  await expect(page.locator('[id="c-C-1"]').getByText('Scores are locked')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove C-1' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Add a criterion' })).toBeHidden();
});

test('a locked decision holds all it rests on, and opens for a reason only', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/vendors/decide`);
  const first = page.locator('.stepper input').first();
  await first.fill('40');
  await first.press('Tab');
  await page.getByRole('button', { name: 'Lock the decision' }).click();
  await expect(page.locator('.problem-summary')).toContainText('There is no ranking yet');
  await first.fill('abc');
  await first.press('Tab');
  await expect(first).toHaveValue('40');
  await first.fill('35');
  await first.press('Tab');
  await page.getByRole('button', { name: 'Lock the decision' }).click();
  await expect(page.locator('.record.locked')).toBeVisible();

  await open(page, `${home}/vendors?sel=V-2`);
  await expect(page.locator('[id="c-V-2"]').getByLabel('Contact')).toBeEditable();
  await expect(page.getByRole('button', { name: 'Remove V-2' })).toHaveCount(0);
  await open(page, `${home}/vendors/cases?sel=I-1`);
  await expect(page.getByText('this step is read-only')).toBeVisible();
  await expect(page.locator('[id="c-I-1"]').getByLabel('Client', { exact: true })).not.toBeEditable();

  await open(page, `${home}/vendors/decide`);
  const unlock = page.getByRole('button', { name: 'Unlock the decision' });
  await unlock.click();
  await expect(page.locator('.record.locked')).toBeVisible();
  await expect(page.locator('.unlock input')).toBeFocused();
  await page.locator('.unlock input').fill('new quote');
  await unlock.click();
  await expect(page.locator('.record.locked')).toHaveCount(0);
});

test('numbers outside their limits are refused with words, and what stood there stays', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/settings`);
  const budget = page.getByLabel(/Budget a month, to/);
  const before = await budget.inputValue();
  await budget.fill('-500');
  await expect(page.locator('.field.faulty')).toContainText('it cannot be below 0');
  await page.reload();
  await expect(page.getByLabel(/Budget a month, to/)).toHaveValue(before);
});
