// Around the role matrix: comments, filter, search, order, comparison with a template, CSV; and what the team lacks.
import { readFile } from 'node:fs/promises';
import { cell, expect, item, matrix, open, ownProject, prefer, saved, status, test, violations } from './fixtures.js';

const head = (page, row) => page.locator(`.row-head[data-row="${row}"]`);
const rows = (page) => page.locator('.grid-row');

/** Unfolds the conditions and the search. */
const unfold = (page) => page.getByText('Filter and find', { exact: true }).click();

/** Chooses a CSV file and returns the preview. */
const choose = async (page, text) => {
  const buffer = Buffer.isBuffer(text) ? text : Buffer.from(text);
  await page.locator('#matrix-file').setInputFiles({ name: 'matrix.csv', mimeType: 'text/csv', buffer });
  const preview = page.locator('.raci-paste');
  await expect(preview).toBeFocused();
  return preview;
};

test('a comment marks its cell, is told with its row and is one step back', async ({ page }) => {
  await matrix(page);
  await expect(page.locator('.raci-detail .margin-number')).toHaveText('T-01');
  await expect(page.locator('.raci-detail')).toContainText('This row: 1 Accountable, 2 Responsible, 3 Consulted, 1 Informed.');
  await page.getByLabel('Comment on the cell of Product owner').pressSequentially('until May only');
  await expect(cell(page, 0, 0)).toHaveAttribute('title', 'until May only');
  await expect(cell(page, 0, 0)).toHaveText('A');
  await expect(cell(page, 0, 1)).not.toHaveAttribute('title');
  await cell(page, 0, 1).click();
  await expect(page.getByLabel('Comment on the cell of Client PM')).toHaveValue('');
  await expect(page.locator('.cell-notes')).toContainText('until May only');
  expect(await violations(page)).toEqual([]);
  await page.locator('.cell-notes').getByRole('button', { name: 'Product owner' }).click();
  await expect(cell(page, 0, 0)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(cell(page, 0, 0)).not.toHaveAttribute('title');
  await page.keyboard.press('Control+y');
  await expect(cell(page, 0, 0)).toHaveAttribute('title', 'until May only');
});

test('what is typed while some rows are left out goes into the row that is shown', async ({ page }) => {
  await matrix(page);
  await unfold(page);
  await page.getByLabel('Only rows that say').fill('review');
  await expect(rows(page)).toHaveCount(3);
  await expect(head(page, 1)).toContainText('Weekly review');
  await expect(page.locator('.raci-standing')).toContainText('3 of 26 rows shown');
  await cell(page, 1, 4).click();
  await page.keyboard.press('i');
  await expect(cell(page, 1, 4)).toHaveText('I');
  await expect(page.locator('.raci-detail .margin-number')).toHaveText('T-19');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show all rows' }).click();
  // The keyboard stays with its task.
  await expect(cell(page, 18, 4)).toHaveText('I');
  await expect(cell(page, 18, 4)).toHaveAttribute('tabindex', '0');
  await expect(page.locator('.raci-standing')).toHaveCount(0);

  await page.getByLabel('Phase').first().selectOption('Design');
  await expect(rows(page)).toHaveCount(2);
  await page.getByLabel('Phase').first().selectOption({ label: 'All phases' });
  await page.getByLabel('Only rows that need fixing').check();
  await expect(head(page, 0)).toContainText('Respond to a P0 incident');
  await cell(page, 0, 0).click();
  await expect(page.locator('.raci-detail .margin-number')).toHaveText('T-17');
  await page.locator('.raci-detail').getByRole('button', { name: /^Set A for/ }).click();
  await expect(page.locator('.raci-detail')).not.toContainText('No Accountable');
  await expect(head(page, 0)).toContainText('Respond to a P0 incident');
  await page.getByRole('button', { name: 'Add a task' }).click();
  await expect(page.locator('.raci-standing')).toHaveCount(0);
  await expect(head(page, 26)).toBeVisible();
});

test('rows of a phase stand together under its name', async ({ page }) => {
  await matrix(page);
  await page.keyboard.press('Alt+ArrowDown');
  await unfold(page);
  await page.getByLabel('Group by phase').check();
  await expect(page.locator('.grid-row.begins').first()).toContainText('Start');
  await cell(page, 0, 0).click();
  await expect(page.locator('.raci-detail .margin-number')).toHaveText('T-02');
  await page.locator('.raci-detail').getByLabel('Phase').fill('Zero');
  await expect(head(page, 0)).toContainText('Zero');
  await expect(head(page, 1)).toContainText('Start');
  await expect(page.locator('.raci-detail').getByLabel('Phase')).toBeFocused();
});

test('Alt and the arrows carry tasks and roles, each within its bounds', async ({ page }) => {
  await matrix(page);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(head(page, 1)).toContainText('Agree the scope');
  await expect(cell(page, 1, 0)).toBeFocused();
  await expect(status(page)).toHaveText('T-01 moved to place 2 of 26');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(cell(page, 0, 0)).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(status(page)).toHaveText('T-01 is at the edge already and stays');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.locator('[data-column="1"]')).toContainText('Product owner');
  await expect(cell(page, 0, 1)).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.locator('[data-column="0"]')).toContainText('Product owner');
  // A role does not cross the seam.
  await cell(page, 0, 5).click();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(status(page)).toHaveText('P-06 Legal counsel is at the edge already and stays');
  await expect(page.locator('[data-column="5"]')).toContainText('Legal counsel');
});

test('the search goes from place to place and keeps the keyboard', async ({ page }) => {
  await matrix(page);
  await unfold(page);
  const field = page.getByLabel('Find a task, role or comment');
  await field.fill('review');
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText('T-09 Review the code, 1 of 3');
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText('T-19 Weekly review, 2 of 3');
  await expect(cell(page, 18, 0)).toBeInViewport();
  await expect(field).toBeFocused();
  await field.fill('karan');
  await page.getByRole('button', { name: 'Find next' }).click();
  await expect(status(page)).toHaveText('Vendor PM, 1 of 1');
  await expect(cell(page, 18, 6)).toHaveAttribute('tabindex', '0');
  await field.fill('nobody at all');
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText('Nothing shown says “nobody at all”');
});

test('what differs from a template is told and taken over, one by one and at once', async ({ page }) => {
  await matrix(page);
  await page.getByText('Compare with a template', { exact: true }).click();
  await page.locator('details[open]').getByRole('button', { name: 'Software development' }).click();
  const compared = page.locator('.raci-compare');
  await expect(compared).toBeFocused();
  await expect(compared.locator('.finding')).toContainText('can be taken over');
  expect(await violations(page)).toEqual([]);
  const line = compared.locator('li').filter({ has: page.getByRole('button', { name: /^Take over/ }) }).first();
  const said = await line.locator('bdi').innerText();
  await line.getByRole('button', { name: /^Take over/ }).click();
  await expect(compared.locator('li bdi').filter({ hasText: said })).toHaveCount(0);
  await compared.getByRole('button', { name: /^Take over all \d+$/ }).click();
  await expect(compared.getByRole('button', { name: /^Take over/ })).toHaveCount(0);
  await compared.getByRole('button', { name: /^Go there/ }).last().click();
  await expect(page.locator('[data-cell]:focus')).toHaveCount(1);
  await compared.getByRole('button', { name: 'Close the comparison' }).click();
  await expect(compared).toHaveCount(0);
  await expect(page.locator('[data-cell]:focus')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(page.locator('.grid')).toHaveAttribute('aria-colcount', '15');
});

test('a CSV file goes in on its side too, and what goes out comes back unchanged', async ({ page }) => {
  await matrix(page);
  const preview = await choose(page, 'Role;T-01;T-02\r\nClient PM;I;R/A\r\nVendor PM;;C\r\n');
  await expect(preview.locator('.finding')).toContainText('4 cells read: 4 would change');
  await preview.getByRole('button', { name: 'Apply 4 changes' }).click();
  for (const [row, column, text] of [[0, 1, 'I'], [0, 6, ''], [1, 1, 'AR'], [1, 6, 'C']]) await expect(cell(page, row, column)).toHaveText(text);

  await cell(page, 0, 1).click();
  await page.keyboard.press('Control+z');
  await expect(cell(page, 0, 1)).toHaveText('R');
  const added = await choose(page, 'Task,Client PM,Vendor PM\nTrain new agents,A,R\n');
  await expect(added.locator('.finding')).toContainText('1 task would be added');
  await added.getByRole('button', { name: 'Apply 1 change' }).click();
  await expect(page.locator('.grid')).toHaveAttribute('aria-rowcount', '32');

  await cell(page, 0, 0).click();
  await page.getByLabel('Comment on the cell of Product owner').fill('until May only');
  const text = await readFile(await saved(page, 'Export CSV'));
  const [heads, first] = text.toString('utf8').split('\r\n');
  expect(heads).toContain('Phase,Task,Product owner,Client PM');
  expect(first).toContain('Start,T-01 Agree the scope,A,R');
  expect(first).toContain('Product owner: until May only');
  const again = await choose(page, text);
  await expect(again.locator('.finding')).toContainText('0 would change');
});

test('a CSV file as Chinese spreadsheets write it is read', async ({ page }) => {
  await matrix(page);
  // "T-01" and 负责 in GB 18030.
  const buffer = Buffer.concat([Buffer.from('Task,Client PM\r\nT-02,'), Buffer.from([0xb8, 0xba, 0xd4, 0xf0]), Buffer.from('\r\n')]);
  const preview = await choose(page, buffer);
  await expect(preview.locator('.finding')).toContainText('1 would change');
  await preview.getByRole('button', { name: 'Apply 1 change' }).click();
  await expect(cell(page, 1, 1)).toHaveText('R');
});

test('the load of the roles is told, drawn and listed', async ({ page }) => {
  await matrix(page);
  const load = page.locator('.raci-load');
  await expect(load.locator('svg')).toBeVisible();
  await load.getByText('As table').click();
  await expect(load.locator('tbody tr')).toHaveCount(13);
  await expect(load.locator('tbody tr').first()).toContainText('Product owner');
});

test('what the team lacks is told with the way to mend it, and who answers for what can be taken along', async ({ page }) => {
  await prefer(page, 'en');
  const home = await ownProject(page);
  await open(page, `${home}/team/people`);
  await page.getByRole('button', { name: /^Add the usual roles/ }).click();
  const gaps = page.locator('.people-gaps');
  await expect(gaps).toContainText('P-01 Business owner leads its side and has no person yet');
  await gaps.getByRole('link', { name: /Fill it in: P-01/ }).click();
  await item(page, 'P-01').getByLabel('Person').fill('Li Min');
  await expect(gaps).not.toContainText('P-01 Business owner');
  await item(page, 'P-01').getByLabel('Working language').fill('中文');
  await open(page, `${home}/team/people?sel=P-05`);
  await item(page, 'P-05').getByLabel('Working language').fill('English');
  await expect(gaps).toContainText('share no working language (client: 中文; vendor: English)');
  expect(await violations(page)).toEqual([]);
  await gaps.getByRole('button', { name: 'Add a localisation lead' }).click();
  await expect(gaps).not.toContainText('no role carries words');
  await expect(gaps).toContainText('Localisation lead has no person yet: nobody carries words between them');
  const duties = page.locator('.people-duties');
  await expect(duties).toContainText('Localisation lead');
  const text = await readFile(await saved(page, 'Export CSV'), 'utf8');
  expect(text).toContain('Localisation lead');
  expect(text).toContain('Working language');
});
