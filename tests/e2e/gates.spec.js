// Gates beyond evidence: judged by the locked scores, or picked from the due-diligence bank; cases and pilots that say why.
import { expect, item, open, ownProject, prefer, sample, test } from './fixtures.js';

test('a minimum on a criterion puts a vendor out, with its figures and the way back', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/vendors/qualify`);
  await page.getByRole('button', { name: 'Add a gate' }).click();
  const gate = page.locator('tbody.open:has(select)').last();
  const clause = (await gate.getAttribute('id')).slice(2);
  await gate.getByLabel('Judged by').selectOption({ label: 'Minimum on a criterion' });
  await expect(gate.locator('.ledger-line')).toContainText('Not finished');
  await gate.getByLabel('Criterion').selectOption({ label: 'C-5 Handover' });
  await gate.getByLabel('At least (0–5)').fill('2.5');
  await expect(gate.locator('.ledger-line')).toContainText('Handover: at least 2.5');
  await expect(item(page, `V-1-${clause}`)).toContainText('2 of at least 2.5');
  await expect(item(page, `V-1-${clause}`)).toContainText('Fail');
  await item(page, `V-1-${clause}`).locator('.ledger-name').click();
  await expect(item(page, `V-1-${clause}`)).toContainText('nothing to fill in');

  await open(page, `${home}/vendors/decide`);
  await expect(page.locator('.rank-bars li')).toHaveCount(2);
  await open(page, `${home}/vendors?sel=V-1`);
  await expect(item(page, 'V-1')).toContainText(`OUT at Qualify: ${clause} Handover 2 of at least 2.5`);
  await page.getByRole('link', { name: `Reopen ${clause}` }).click();
  await expect(item(page, clause).getByLabel('At least (0–5)')).toHaveValue('2.5');
  await item(page, clause).getByLabel('At least (0–5)').fill('2');
  await open(page, `${home}/vendors/decide`);
  await expect(page.locator('.rank-bars li')).toHaveCount(3);
});

test('questions of the bank become gates in one step and are not taken twice', async ({ page }) => {
  await prefer(page, 'en');
  const home = await ownProject(page);
  await open(page, `${home}/vendors/qualify`);
  await page.getByRole('button', { name: 'From the due-diligence bank' }).click();
  const dialog = page.getByRole('dialog', { name: 'Due-diligence bank' });
  await dialog.getByLabel(/^Is it a legal entity/).check();
  await dialog.getByLabel(/^What is not in the price/).check();
  await dialog.getByRole('button', { name: 'Add 2', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(item(page, 'Q-1').locator('.ledger-line')).toContainText('Yes');
  await expect(item(page, 'Q-2').locator('.ledger-line')).toContainText('List: each item with its own price');
  await expect(item(page, 'Q-2').locator('.ledger-line')).toContainText('No');
  await page.getByRole('button', { name: 'From the due-diligence bank' }).click();
  await expect(dialog.getByLabel(/^Is it a legal entity/)).toBeChecked();
  await expect(dialog.getByLabel(/^Is it a legal entity/)).toBeDisabled();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.keyboard.press('Control+z');
  await expect(item(page, 'Q-1')).toHaveCount(0);
});

test('a case is marked by its reference call too, and a pilot says where it stops', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/vendors/cases?sel=I-1`);
  const one = item(page, 'I-1');
  const mark = () => one.locator('.ledger-line td').last().innerText();
  const before = await mark();
  const question = one.getByRole('group', { name: 'What slipped?' });
  await question.getByRole('radio', { name: '0', exact: true }).check();
  await expect.poll(mark).not.toBe(before);

  await open(page, `${home}/vendors/pilot`);
  const finding = page.locator('.finding').first();
  await expect(finding).toContainText('V-2 Brightdesk Systems: go;');
  await expect(finding).toContainText('V-1 Yuanqiao Software, V-4 Harbour Code: extend, or decide with a reason.');
  const measure = page.locator('[id="c-V-1-1"]');
  await measure.locator('.ledger-name').click();
  await measure.getByLabel('Stop beyond').fill('95');
  await expect(measure).toContainText('stops nothing');
  await measure.getByLabel('Stop beyond').fill('89');
  await expect(measure.locator('.ledger-line')).toContainText('Stop');
  await expect(finding).toContainText('V-1 Yuanqiao Software: stop.');
});
