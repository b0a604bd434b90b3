// Both parties sign, a version is kept; what is changed afterwards is told in words, asked for, and signed again.
import { readFile, writeFile } from 'node:fs/promises';
import { expect, item, nameVendor, open, prefer, sample, sign, test, violations } from './fixtures.js';

const signs = async (page, name) => {
  await sign(page, name);
  await expect(page.locator('.sign-off .signed', { hasText: name })).toBeVisible();
};

test('a version is kept, later edits are told and asked for, and the version opens as it was', async ({ page }) => {
  test.setTimeout(120_000);
  await prefer(page, 'en');
  const home = await sample(page);
  await nameVendor(page, home);
  const signOff = () => open(page, `${home}/requirements/signoff`);
  await signOff();
  for (const row of ['Project and parties', 'Period', 'Budget']) {
    await expect(page.getByRole('link', { name: `Change ${row}` })).toBeVisible();
  }
  await expect(page.locator('.check-list .told li').filter({ hasText: 'F-03' }).first()).toBeVisible();
  await signs(page, 'Amara Osei');
  await expect(page.getByRole('heading', { name: 'Versions' })).toHaveCount(0);
  await signs(page, 'Tom Reyes');
  await expect(item(page, 'Z-1')).toContainText('First version');
  await expect(page.getByText('Nothing has changed since version 1.')).toBeVisible();
  const print = (await page.locator('.sign-off .signed').first().locator('dd').last().textContent()).trim();

  await open(page, `${home}/requirements/scope?sel=F-03`);
  const includes = item(page, 'F-03').getByLabel('Includes');
  const before = await includes.inputValue();
  await includes.fill(`${before}, by night`);
  await signOff();
  // What changed comes first; the whole text is looked up.
  await expect(page.getByRole('link', { name: 'See what changed, word by word' })).toHaveAttribute('href', /sel=differences/);
  await expect(page.locator('.sheet h2').nth(1)).toHaveText('Changes since version 1');
  await expect(page.locator('.check-list details[open]')).toHaveCount(0);
  const changed = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Changes since version 1' }) }).locator('.told > li');
  await expect(changed).toHaveCount(1);
  await expect(changed.locator('ins')).toHaveText('put in: , by night');
  await expect(changed.locator('del')).toHaveCount(0);
  await expect(changed.getByRole('link')).toHaveAttribute('href', /sel=F-03/);
  await expect(page.locator('.uncovered')).toContainText('F-03 changed since version 1 and no change request covers it.');
  await page.getByRole('button', { name: 'Write a change request' }).click();
  const request = item(page, 'X-01');
  await expect(request.getByLabel('What changes')).toHaveValue(/^F-03 /);
  await expect(request.getByLabel('F-03')).toBeChecked();
  await expect(page.locator('.uncovered')).toHaveText('X-01 gives no reason and is not decided, though the change is made already.');
  await request.getByLabel('Reason').fill('The night shift asks too');
  await request.getByLabel(/Impact on cost/).fill('-1200');
  await request.getByLabel('Impact on time, days').fill('5');
  await request.getByLabel('Decision').selectOption({ label: 'Accepted' });
  await request.getByLabel('Decided by').fill('Amara Osei');
  await expect(request.locator('.ledger-line')).toContainText('1,200');
  await expect(page.locator('.uncovered')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);

  await signs(page, 'Amara Osei');
  await expect(item(page, 'Z-2')).toHaveCount(0);
  // One half is about the new text, the other about the old one; its page says what differs, word by word.
  await open(page, `${home}/requirements/scope?sel=F-02`);
  await item(page, 'F-02').getByLabel('Excluded').fill('nothing else');
  await signOff();
  const half = page.locator('.sign-off > div').nth(0);
  await half.getByText('Word by word').click();
  await expect(half.locator('.told ins')).toContainText('nothing else');
  await expect(half.locator('.told')).not.toContainText('by night');
  await signs(page, 'Amara Osei');
  await signs(page, 'Tom Reyes');
  await expect(item(page, 'Z-2')).toContainText('2 changes');
  await page.reload();
  const first = item(page, 'Z-1');
  await first.getByRole('button', { name: 'Version 1' }).click();
  await expect(first.locator('code')).toHaveText(new RegExp(`^${print}[0-9A-F]{60}$`));
  await expect(first.locator('.told')).toContainText(before);
  await expect(first.locator('.told')).not.toContainText('by night');
  const download = page.waitForEvent('download');
  await first.getByRole('button', { name: 'Save this version as a file' }).click();
  const path = await (await download).path();
  const file = JSON.parse(await readFile(path, 'utf8'));
  expect(file.part).toBe('baseline');
  expect(file.content.features.find((one) => one.number === 3).includes).toBe(before);

  await open(page, '#/import');
  await page.locator('#import-file').setInputFiles(path);
  await expect(page.locator('.finding')).toContainText(`its fingerprint ${print} fits`);
  file.content.features[0].excluded = 'nothing at all';
  const other = `${path}-tampered.json`;
  await writeFile(other, JSON.stringify(file));
  await page.locator('#import-file').setInputFiles(other);
  await expect(page.getByRole('alert')).toContainText('Version 1 is not what both parties confirmed');
});
