// One evaluator's sheet goes out as a file, is filled in where nothing else of the project is, and comes back.
import { readFile } from 'node:fs/promises';
import { expect, item, open, ownProject, prefer, saved, take, test, violations } from './fixtures.js';

const cell = (page, row, column) => page.locator(`[data-score="${row}-${column}"]`);

test('a sheet is handed out, filled in elsewhere, and comes back as one step', async ({ page, browser }) => {
  test.setTimeout(120_000);
  await prefer(page, 'en');
  const home = await ownProject(page, 'Help desk');
  await open(page, `${home}/vendors`);
  for (const [number, name] of [['V-1', 'Brightdesk'], ['V-2', 'Kindly']]) {
    await page.getByRole('button', { name: 'Add a vendor' }).click();
    await item(page, number).getByLabel('Name').fill(name);
    await item(page, number).getByLabel('Contact').fill('Secret contact');
  }
  await open(page, `${home}/vendors/capability`);
  await page.getByRole('button', { name: 'Add the usual criteria (Customer service)' }).click();
  for (const [number, name] of [['E-1', 'Ines'], ['E-2', 'Tom']]) {
    await page.getByRole('button', { name: 'Add an evaluator' }).click();
    await item(page, number).getByLabel('Name').fill(name);
  }
  await page.getByRole('combobox', { name: 'Whose sheet' }).selectOption({ label: 'E-1 Ines' });
  await cell(page, 0, 0).focus();
  await page.keyboard.press('2');
  await page.getByRole('combobox', { name: 'Whose sheet' }).selectOption({ label: 'E-2 Tom' });
  await cell(page, 0, 0).focus();
  await page.keyboard.press('3');
  const out = await saved(page, 'Hand out this sheet as a file');
  const text = await readFile(out, 'utf8');
  expect(text).toContain('"score_sheet"');
  for (const hidden of ['Secret contact', 'Ines']) expect(text).not.toContain(hidden);

  const context = await browser.newContext();
  const there = await context.newPage();
  await prefer(there, 'en');
  await take(there, out);
  await expect(there.getByText('2 vendors by 5 criteria,')).toBeVisible();
  await there.getByRole('button', { name: 'Fill in this sheet here' }).click();
  await expect(there.locator('h1')).toHaveText('Score sheet');
  await expect(there.locator('.rail a')).toHaveCount(0);
  await expect(there.locator('.lead')).toContainText('Help desk');
  await expect(cell(there, 0, 0)).toHaveText('3');
  const place = new URL(there.url()).hash;
  expect(place).toMatch(/^#\/sheet\//);
  // The page has to be the user's to edit, and its title led to, before keys are pressed.
  await expect(async () => {
    await cell(there, 0, 0).focus();
    await there.keyboard.press('4');
    await expect(cell(there, 0, 0)).toHaveText('4', { timeout: 500 });
  }).toPass();
  for (let column = 0; column < 2; column += 1) {
    await cell(there, 0, column).focus();
    for (let row = 0; row < 5; row += 1) {
      await there.keyboard.press('4');
      await expect(cell(there, row, column)).toHaveText('4');
      await there.keyboard.press('Enter');
    }
  }
  await cell(there, 0, 1).focus();
  await there.getByLabel('Evidence (what was seen)').fill('A visit in May');
  await there.getByRole('button', { name: 'Submit my scores' }).click();
  await expect(there.getByText(/Saved in this browser/)).toBeVisible();
  expect(await violations(there)).toEqual([]);
  // Any other page of it leads to the sheet, also after a reload.
  await open(there, `#/p/${place.split('/').pop()}/vendors/decide`);
  await there.reload();
  await expect(there.locator('h1')).toHaveText('Score sheet');
  const back = await saved(there, 'Save the file to send back');
  expect(await readFile(back, 'utf8')).toContain('"score_sheet"');
  // Ctrl+S writes the same kind of file.
  const again = there.waitForEvent('download');
  await there.keyboard.press('Control+s');
  expect(await readFile(await (await again).path(), 'utf8')).toContain('"score_sheet"');
  await open(there, '#/');
  await expect(there.locator('.project-list')).toContainText('Sheet of Tom');
  // The sheet that is here is opened before it can be replaced.
  await take(there, out);
  await there.reload();
  await there.locator('#import-file').setInputFiles(out);
  await expect(there.getByRole('button', { name: 'Replace it by the file' })).toHaveCount(0);
  await there.getByRole('button', { name: 'Open it, to replace it' }).click();
  await expect(there.getByRole('button', { name: 'Replace it by the file' })).toBeVisible();

  // Where another project is open it stays open until a button is pressed.
  await ownProject(page, 'Other desk');
  await take(page, back);
  await expect(page.locator('.finding')).toContainText('Scores: 9 new, 1 changed. Submitted');
  await expect(page.getByRole('button', { name: 'Take in this sheet' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Open this project' }).click();
  await expect(page.getByRole('button', { name: 'Take in this sheet' })).toBeVisible();
  await expect(page.locator('.finding')).toContainText('Scores: 9 new, 1 changed. Submitted');
  await expect(page.locator('.preview')).toContainText('A visit in May');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Take in this sheet' }).click();
  await expect(page.locator('h1')).toHaveText('Capability');
  const sheetOf = page.getByRole('combobox', { name: 'Whose sheet' });
  await sheetOf.selectOption({ label: 'E-2 Tom' });
  await expect(cell(page, 4, 1)).toHaveText('4');
  await expect(page.getByText('Submitted', { exact: false }).first()).toBeVisible();
  await sheetOf.selectOption({ label: 'E-1 Ines' });
  await expect(cell(page, 0, 0)).toHaveText('2');
  // One step back, and the sheet is as it was.
  await page.keyboard.press('Control+z');
  await sheetOf.selectOption({ label: 'E-2 Tom' });
  await expect(cell(page, 4, 1)).toHaveText('—');
  await expect(cell(page, 0, 0)).toHaveText('3');

  // A vendor that is gone refuses the sheet with its name.
  await open(page, `${home}/vendors`);
  await item(page, 'V-2').getByRole('button').first().click();
  await page.getByRole('button', { name: 'Remove V-2' }).click();
  await take(page, back);
  await expect(page.getByRole('alert')).toContainText('The project has no vendor V-2 Kindly.');
  await context.close();
});
