// A process is entered with the keyboard alone, drawn across the seam, checked, and kept.
import { expect, open, ownProject, prefer, sample, test, violations } from './fixtures.js';

test('a process is typed step by step, drawn and checked', async ({ page }) => {
  await prefer(page, 'en');
  const home = await ownProject(page);
  await open(page, `${home}/requirements/scope`);
  // No feature is needed for it, and nothing is doubtful before the first word.
  await page.getByRole('button', { name: 'Add a process' }).click();
  await page.keyboard.type('Refund');
  const process = page.locator('[id="c-J-1"]');
  await expect(process.locator('.wording')).toHaveCount(0);
  await process.getByLabel('What, step 1').fill('File a request');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Within the rules?');
  await page.keyboard.press('Tab');
  await page.keyboard.press('v');
  await page.keyboard.press('Tab');
  await page.keyboard.press('d');
  await expect(process.getByLabel('Answer, step 2 1')).toHaveValue('Yes');
  await process.getByLabel('What, step 2').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Pay back');
  const picture = process.locator('.figure-picture');
  await expect(picture).toHaveAttribute('aria-label', '3 steps, 1 handover; every step gets to the end.');
  for (const words of ['File a request', 'Within the rules?', 'Yes', 'No', 'Pay back', 'End']) await expect(picture).toContainText(words);
  await process.getByLabel('Then, step 2 1').selectOption('2');
  await expect(process.locator('.wording')).toContainText('Step 3: nothing leads here from the start');
  await process.getByLabel('What, step 3').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(process.getByLabel('What, step 2')).toHaveValue('Pay back');
  await expect(process.getByLabel('What, step 2')).toBeFocused();
  await expect(process.getByLabel('Then, step 3 1')).toHaveValue('3');
  expect(await violations(page)).toEqual([]);
  await expect(page.locator('.save-state')).toContainText('Saved');
  await page.reload();
  await expect(page.locator('[id="c-J-1"] .figure-picture')).toContainText('Pay back');
});

test('an acceptance is begun as given, when, then, and a prototype opens apart', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/requirements/scope?sel=F-02`);
  const item = page.locator('[id="c-F-02"]');
  const acceptance = item.locator('textarea').nth(1);
  await acceptance.fill('');
  await item.getByRole('button', { name: 'Given / When / Then' }).click();
  await expect(acceptance).toHaveValue('Given \nWhen \nThen ');
  await expect(acceptance).toBeFocused();
  await expect(item.locator('.margin-number.wrong')).toBeVisible();
  await item.getByLabel('Prototype links').fill('https://example.com/a\njavascript:alert(1)');
  await expect(item.getByRole('link')).toHaveCount(1);
  await expect(item.getByRole('link')).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(item.locator('.prototypes')).toContainText('Not a web address');
});

test('a saving is measured on the total cost and opens to its formula', async ({ page }) => {
  await prefer(page, 'zh');
  const home = await sample(page);
  await open(page, `${home}/requirements/goals`);
  const saving = page.locator('.saving');
  await expect(saving.locator('.finding')).toContainText('明澈科技');
  await saving.locator('summary').click();
  await expect(saving.locator('.formula')).toContainText('¥115,000 × 12 = ¥1,380,000');
  await page.getByRole('button', { name: '降低单次咨询成本' }).click();
  await page.getByLabel('现在每月的全部成本').fill('');
  await expect(saving.getByRole('link')).toHaveText('现在每月的全部成本');
});
