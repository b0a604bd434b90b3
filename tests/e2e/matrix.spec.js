// The role matrix by keyboard, by mouse and from a spreadsheet; large enough that most of it is out of the document.
import { COLUMNS, project, ROWS } from './bench/project.js';
import { cell, expect, matrix, open, ownProject, prefer, sample, status, test, violations } from './fixtures.js';

const letters = (page, row, column) => expect(cell(page, row, column));

/** Pastes a table where the focus is, as the browser does. */
const paste = (page, text) =>
  page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

/** Copies or cuts where the focus is and returns what the clipboard would hold. */
const taken = (page, kind) =>
  page.evaluate((kind) => {
    const data = new DataTransfer();
    document.activeElement.dispatchEvent(new ClipboardEvent(kind, { clipboardData: data, bubbles: true, cancelable: true }));
    return data.getData('text/plain');
  }, kind);

/** Opens the matrix of 200 tasks and 50 roles. */
const large = async (page) => {
  await prefer(page, 'en');
  await open(page, '#/import');
  await page.locator('#import-file').setInputFiles({ name: 'large.json', mimeType: 'application/json', buffer: Buffer.from(project()) });
  await page.getByRole('button', { name: /as a new project/i }).click();
  await expect(page.locator('.next')).toBeVisible();
  await open(page, `${new URL(page.url()).hash}/team/raci`);
  await expect(cell(page, 0, 0)).toBeVisible();
};

test('letters set, add to, clear and fill cells and ranges', async ({ page }) => {
  await matrix(page);
  await page.keyboard.press('r');
  await letters(page, 0, 0).toHaveText('R');
  await page.keyboard.press('Shift+A');
  await letters(page, 0, 0).toHaveText('AR');
  await page.keyboard.press('Delete');
  await letters(page, 0, 0).toHaveText('');
  await expect(status(page)).toHaveText('1 cell cleared');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('c');
  for (const [row, column] of [[0, 0], [0, 1], [1, 0], [1, 1]]) await letters(page, row, column).toHaveText('C');
  await expect(status(page)).toHaveText('4 cells set to C');
  await page.keyboard.press('Control+z');
  await letters(page, 0, 0).toHaveText('');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('i');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  for (const row of [0, 1, 2]) await letters(page, row, 0).toHaveText('I');
  await expect(status(page)).toHaveText('2 cells filled down');
});

test('an input method does not get in the way', async ({ page }) => {
  await matrix(page);
  const press = (event) => page.evaluate((event) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...event })), event);
  await press({ key: 'Process', code: 'KeyC' });
  await letters(page, 0, 0).toHaveText('C');
  await press({ key: 'ｒ', code: 'KeyR' });
  await letters(page, 0, 0).toHaveText('R');
  await press({ key: 'a', code: 'KeyA', isComposing: true });
  await letters(page, 0, 0).toHaveText('R');
});

test('keys and clicks select rows, columns and everything', async ({ page }) => {
  await matrix(page);
  const selected = () => page.locator('[data-cell][aria-selected=true]').count();
  const columns = await page.locator('[data-cell^="0-"]').count();
  await page.keyboard.press('Shift+Space');
  await expect.poll(selected).toBe(columns);
  await page.keyboard.press('ArrowRight');
  await expect.poll(selected).toBe(1);
  await page.locator('.row-head[data-row="2"]').click();
  await expect(cell(page, 2, 0)).toBeFocused();
  await expect.poll(selected).toBe(columns);
  await page.locator('[data-column="1"]').click();
  await page.keyboard.press('i');
  await expect(status(page)).toHaveText('26 cells set to I');
  await page.keyboard.press('Control+z');
  await cell(page, 0, 0).click();
  await cell(page, 1, 2).click({ modifiers: ['Shift'] });
  await expect.poll(selected).toBe(6);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(status(page)).toHaveText(`${26 * columns} cells cleared`);
});

test('the strip of letters works by keyboard and mouse', async ({ page }) => {
  await matrix(page);
  const strip = page.locator('.grid-strip');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await expect(strip.getByRole('button', { name: 'Accountable' })).toBeFocused();
  await expect(strip).toContainText('Accountable: owns the result');
  await page.keyboard.press('ArrowRight');
  await expect(strip).toContainText('Responsible: does the work');
  await page.keyboard.press('Enter');
  await expect(strip).toHaveCount(0);
  await expect(cell(page, 0, 0)).toBeFocused();
  await letters(page, 0, 0).toHaveText('R');
  await page.keyboard.press('F2');
  await expect(strip.getByRole('button', { name: 'Responsible' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(strip).toHaveCount(0);
  await expect(cell(page, 0, 0)).toBeFocused();
  await cell(page, 1, 1).click();
  await expect(strip).toHaveCount(0);
  await cell(page, 1, 1).click();
  await strip.getByRole('button', { name: 'Informed' }).click();
  await letters(page, 1, 1).toHaveText('I');
  // At the lower edge of the window and beside the last column it is whole.
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await expect(strip).toBeInViewport({ ratio: 1 });
});

test('a link to a task leads to its row without a fault', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/team/raci?sel=T-17`);
  await expect(page.locator('[data-cell="16-0"]')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-cell="16-1"]')).toBeFocused();
});

test('F8 goes to the next problem, and one press mends it', async ({ page }) => {
  await matrix(page);
  await page.locator('.row-head[data-row="2"]').click();
  await page.keyboard.press('Delete');
  await expect(page.locator('.finding').first()).toContainText('need');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('F8');
  await expect(cell(page, 2, 0)).toBeFocused();
  const detail = page.locator('.raci-detail');
  await expect(detail.locator('.margin-number')).toHaveText('T-03');
  await expect(detail).toContainText('No Accountable');
  await detail.getByRole('button', { name: 'Set A for Client PM' }).click();
  await letters(page, 2, 1).toHaveText('A');
  await expect(detail).not.toContainText('No Accountable');
  await detail.getByRole('button', { name: 'Choose another' }).first().click();
  await expect(cell(page, 2, 0)).toBeFocused();
});

test('a task is added, named and removed below the grid', async ({ page }) => {
  await matrix(page);
  await page.getByRole('button', { name: 'Add a task' }).click();
  const name = page.locator('.raci-detail').getByLabel('Task', { exact: true });
  await expect(name).toBeFocused();
  await page.keyboard.type('Train new agents');
  await page.locator('.raci-detail').getByLabel('Kind').selectOption({ label: 'Specialist check' });
  await expect(page.locator('.raci-detail').getByLabel('Checks')).toBeVisible();
  await expect(page.locator('.row-head[data-row="26"]')).toContainText('Train new agents');
  await page.getByRole('button', { name: 'Remove T-27' }).click();
  await expect(page.locator('.row-head[data-row="26"]')).toHaveCount(0);
});

test('a spreadsheet goes in by name, with a look first where it is large or unclear', async ({ page }) => {
  await matrix(page);
  await paste(page, 'C\tR\nI\t咨询');
  for (const [row, column, text] of [[0, 0, 'C'], [0, 1, 'R'], [1, 0, 'I'], [1, 1, 'C']]) await letters(page, row, column).toHaveText(text);
  await expect(page.locator('.raci-paste')).toHaveCount(0);

  await page.keyboard.press('Shift+ArrowRight');
  expect(await taken(page, 'copy')).toBe('C\tR');
  expect(await taken(page, 'cut')).toBe('C\tR');
  await letters(page, 0, 1).toHaveText('');

  await page.keyboard.press('Control+Home');
  await paste(page, 'Task\tClient PM\tProduct owner\tAuditor\nT-03\tＡ\tX\tR\nAgree the scope\t负责\t\t');
  const preview = page.locator('.raci-paste');
  await expect(preview).toBeFocused();
  await expect(preview.locator('.finding')).toContainText('1 not understood');
  await expect(preview.locator('.finding')).toContainText('1 outside the matrix');
  await expect(preview).toContainText('Auditor');
  await expect(preview).toContainText('“X” in column Product owner is not A, R, C or I');
  await letters(page, 0, 1).toHaveText('');
  await preview.getByLabel('Include T-03').uncheck();
  await preview.getByRole('button', { name: 'Apply 1 change' }).click();
  await letters(page, 0, 1).toHaveText('R');
  await expect(cell(page, 0, 0)).toBeFocused();
  await page.keyboard.press('Control+z');
  await letters(page, 0, 1).toHaveText('');

  await page.getByRole('button', { name: 'Paste table' }).click();
  await expect(page.locator('#paste-table')).toBeFocused();
  await page.keyboard.insertText('A\tI');
  await expect(preview.getByRole('button', { name: 'Apply 2 changes' })).toBeVisible();
  await preview.getByRole('button', { name: 'Cancel' }).click();
  await expect(preview).toHaveCount(0);
  await letters(page, 0, 0).toHaveText('');
});

test('a table that is on the clipboard as markup only goes in, with its merged cells', async ({ page }) => {
  await matrix(page);
  const put = (markup) => page.evaluate((markup) => {
    const data = new DataTransfer();
    if (markup) data.setData('text/html', markup);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, markup);
  await put('<p>before</p><table><tr><td rowspan="2">C</td><td><b>R</b></td></tr><tr><td> 知会 </td></tr></table>');
  for (const [row, column, text] of [[0, 0, 'C'], [0, 1, 'R'], [1, 0, ''], [1, 1, 'I']]) await letters(page, row, column).toHaveText(text);
  // Nothing on the clipboard changes nothing.
  await put('');
  await letters(page, 0, 0).toHaveText('C');
});

test('of a large matrix only what is in view is in the document', async ({ page }) => {
  await large(page);
  const count = () => page.locator('[data-cell]').count();
  expect(await count()).toBeLessThan(700);
  const place = page.locator('.grid-place');
  await cell(page, 0, 0).click();
  await page.keyboard.press('PageDown');
  const row = await page.evaluate(() => Number(document.activeElement.dataset.cell.split('-')[0]));
  expect(row).toBeGreaterThan(5);
  await page.keyboard.press('Control+End');
  await expect(cell(page, ROWS - 1, COLUMNS - 1)).toBeFocused();
  await expect(cell(page, ROWS - 1, COLUMNS - 1)).toBeInViewport({ ratio: 1 });
  expect(await count()).toBeLessThan(700);
  // Far from the keyboard nothing is lost: the next key goes on from where it was.
  await place.evaluate((place) => place.scrollTo(0, 0));
  await expect(cell(page, 0, 0)).toBeVisible();
  expect(await count()).toBeLessThan(700);
  await page.keyboard.press('ArrowUp');
  await expect(cell(page, ROWS - 2, COLUMNS - 1)).toBeFocused();
  await page.keyboard.press('c');
  await letters(page, ROWS - 2, COLUMNS - 1).toHaveText('C');
  // Rows come back as they were, with their names and their places.
  await page.keyboard.press('Control+Home');
  await expect(cell(page, 0, 0)).toBeFocused();
  await letters(page, 0, 0).toHaveText('A');
  await expect(page.locator('.row-head[data-row="0"]')).toContainText('Task 1');
  const rows = await page.locator('.grid-row').evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex'))));
  expect(rows).toEqual(rows.toSorted((a, b) => a - b));
  // Scrolled step by step, every row shows its own letters.
  for (let top = 0; top < 1200; top += 130) {
    await place.evaluate((place, top) => place.scrollTo(top, top), top);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  const shown = await page.locator('[data-cell]').evaluateAll((cells) => cells.map((cell) => [cell.dataset.cell, cell.textContent]));
  const { letter } = await import('./bench/project.js');
  for (const [name, text] of shown) {
    const [row, column] = name.split('-').map(Number);
    expect([name, text]).toEqual([name, letter(row, column)]);
  }
});

test('a print holds the whole matrix', async ({ page }) => {
  await large(page);
  const shown = await page.evaluate(async () => {
    dispatchEvent(new Event('beforeprint'));
    // Layout for print comes right after the event, before any frame.
    for (let turn = 0; turn < 50; turn += 1) await null;
    return document.querySelectorAll('[data-cell]').length;
  });
  expect(shown).toBe(ROWS * COLUMNS);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect.poll(() => page.locator('[data-cell]').count()).toBeLessThan(700);
});

test('Tab leaves the grid and comes back to the last cell', async ({ page }) => {
  await matrix(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Add a task' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(cell(page, 1, 1)).toBeFocused();
});

test('a smaller window keeps the focus in the last row', async ({ page }) => {
  await large(page);
  await page.locator('[data-cell][tabindex="0"]').focus();
  await page.keyboard.press('Control+End');
  await expect(cell(page, ROWS - 1, COLUMNS - 1)).toBeFocused();
  await page.setViewportSize({ width: 1100, height: 480 });
  await page.keyboard.press('c');
  await expect(cell(page, ROWS - 1, COLUMNS - 1)).toBeFocused();
  await letters(page, ROWS - 1, COLUMNS - 1).toHaveText('C');
});

test('on a phone each role has its own list', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 760 });
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/team/raci`);
  await page.getByLabel('Whose duties').selectOption({ index: 1 });
  const row = page.locator('.by-role li').first();
  await row.getByRole('button', { name: /^Change T-01/ }).click();
  await row.getByRole('button', { name: 'Accountable + Responsible' }).click();
  await expect(row.locator('.letters')).toContainText('AR');
  await expect(row.getByRole('button', { name: /^Change T-01/ })).toBeFocused();
});

test('on a phone rows are filtered, found, grouped, moved and compared as in the grid', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 760 });
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/team/raci`);
  const rows = page.locator('.by-role li');
  await expect(rows).toHaveCount(26);
  await page.getByRole('button', { name: 'Next problem' }).click();
  await expect(page.getByRole('button', { name: /^Change T-17/ })).toBeFocused();
  await page.getByText('Filter and find', { exact: true }).click();
  await page.getByLabel('Only rows that say').fill('review');
  await expect(rows).toHaveCount(3);
  await page.getByRole('button', { name: 'Show all rows' }).click();
  await page.getByLabel('Find a task, role or comment').fill('weekly');
  await page.keyboard.press('Enter');
  await expect(rows.filter({ hasText: 'Weekly review' })).toHaveClass(/current/);
  await expect(rows.filter({ hasText: 'Weekly review' })).toBeInViewport();
  await page.getByLabel('Group by phase').check();
  await expect(rows.first().locator('.phase')).toHaveText('Start');
  await page.getByLabel('Group by phase').uncheck();
  await page.getByRole('button', { name: /^Change T-01/ }).click();
  const down = page.locator('.by-role').getByRole('button', { name: /^Move down T-01/ });
  await down.click();
  await expect(rows.nth(1)).toContainText('T-01');
  await expect(down).toBeFocused();
  await expect(status(page)).toHaveText('T-01 moved to place 2 of 26');
  await page.getByRole('button', { name: /^Comment and more T-01/ }).click();
  await expect(page.locator('.raci-detail').getByLabel('Task', { exact: true })).toBeFocused();
  await expect(page.locator('.raci-detail .margin-number')).toHaveText('T-01');
  await page.getByRole('button', { name: 'Paste table' }).click();
  await expect(page.getByLabel('Table from a spreadsheet')).toBeFocused();
  await page.keyboard.insertText('Task\tClient PM\nT-03\tI');
  await page.getByRole('button', { name: 'Apply 1 change' }).click();
  await expect(page.locator('.raci-paste')).toHaveCount(0);
  await page.getByText('Compare with a template', { exact: true }).click();
  await page.locator('details[open]').getByRole('button', { name: 'Software development' }).click();
  await page.locator('.raci-compare').getByRole('button', { name: /^Go there/ }).last().click();
  await expect(page.locator('.by-role .button:focus')).toHaveCount(1);
});

test('an empty matrix takes roles and tasks from a table', async ({ page }) => {
  await prefer(page, 'en');
  const home = await ownProject(page);
  await open(page, `${home}/team/raci`);
  await expect(page.getByRole('button', { name: 'Import CSV' })).toBeVisible();
  await page.getByRole('button', { name: 'Paste table' }).click();
  await expect(page.getByLabel('Table from a spreadsheet')).toBeFocused();
  await page.keyboard.insertText('Phase,Task,Owner,Vendor PM,Driver\nStart,Train,A,R,I\n,Pay,A,R,');
  const preview = page.locator('.raci-paste');
  await expect(preview.getByLabel('Owner')).toHaveValue('client');
  await expect(preview.getByLabel('Vendor PM')).toHaveValue('vendor');
  await preview.getByLabel('Driver').selectOption('Leave out');
  expect(await violations(page)).toEqual([]);
  await preview.getByRole('button', { name: 'Apply 4 changes' }).click();
  await expect(page.locator('.row-head[data-row="0"]')).toContainText('Train');
  for (const [row, column, text] of [[0, 0, 'A'], [0, 1, 'R'], [1, 0, 'A'], [1, 1, 'R']]) await letters(page, row, column).toHaveText(text);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Paste table' })).toBeVisible();
  await expect(page.locator('.raci-grid')).toHaveCount(0);
});
