// The main job from the first run to the same project on another machine.
import { expect, exported, item, open, prefer, test } from './fixtures.js';

/** An item of a ruled list, with its line and its fields. */
const clause = (page, number) => page.locator(`.clause:has(> .margin-number:text-is("${number}"))`);

/** Chooses one of the choices that stand side by side. */
const choose = (place, group, value) =>
  place.getByRole('group', { name: group, exact: true }).getByRole('radio', { name: String(value), exact: true }).check();

test('from the first run to the same project on another machine', async ({ page }) => {
  test.setTimeout(240_000);
  await prefer(page, 'en');
  await open(page, '#/');
  await page.getByRole('link', { name: 'Start' }).click();
  await page.getByLabel('What is the project called').fill('Help desk');
  await page.getByLabel('Client (your firm)').fill('Cloud Nest');
  await page.getByLabel('Business type').selectOption({ label: 'Customer service' });
  await page.getByLabel('Target start').fill('2027-03-01');
  await page.getByRole('button', { name: 'Create the project' }).click();
  await expect(page.locator('h1')).toHaveText('Help desk');
  const home = new URL(page.url()).hash;

  await test.step('screen what to outsource', async () => {
    await open(page, `${home}/requirements/screening`);
    for (const [number, name, core, rating] of [['B-1', 'Questions before a sale', 'No', 5], ['B-2', 'Key accounts', 'Yes', 2], ['B-3', 'Returns', 'No', 4]]) {
      await page.getByRole('button', { name: 'Add a module' }).click();
      const module = item(page, number);
      await expect(module.getByLabel('Module')).toBeFocused();
      await module.getByLabel('Module').fill(name);
      await choose(module, 'Is it the core of the business?', core);
      await choose(module, 'Can a measure be named?', 'Yes');
      for (const factor of ['Distance from core', 'Standardised', 'Measurable', 'Documented', 'Separable', 'Many vendors', 'Steady volume']) {
        await choose(module, factor, rating);
      }
      await choose(module, 'Sensitive data', 2);
    }
    const line = (number) => item(page, number).getByRole('row').first();
    await expect(line('B-1')).toContainText('Outsource first');
    await expect(line('B-2')).toContainText('Keep in house');
    await expect(line('B-2')).toContainText('Core business');
    await line('B-1').getByRole('button').click();
    await item(page, 'B-1').getByLabel('Outsource first').check();
    await page.keyboard.press('Escape');
    await expect(line('B-1').getByRole('button')).toBeFocused();
    await expect(page.locator('.finding').first()).toContainText('2 of 3 modules fit outsourcing first; Key accounts is core business and stays in house.');
    await page.getByRole('button', { name: 'Write the scope for this module' }).click();
    await expect(item(page, 'F-01').getByRole('row').first()).toContainText('Questions before a sale');
  });

  await test.step('fill the role matrix by keyboard', async () => {
    await open(page, `${home}/team/raci`);
    await page.getByRole('button', { name: 'Add the usual tasks and duties (Customer service)' }).press('Enter');
    const cell = (row, column) => page.locator(`[data-cell="${row}-${column}"]`);
    await expect(page.locator('.finding').first()).toContainText('All 21 rows follow the rules.');
    await cell(0, 0).focus();
    const before = await cell(0, 0).innerText();
    await page.keyboard.press('Delete');
    await expect(cell(0, 0)).toHaveText('');
    await expect(page.locator('.finding').first()).toContainText('One of 21 rows needs fixing');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('F8');
    await expect(cell(0, 0)).toBeFocused();
    await page.keyboard.press('a');
    await expect(cell(0, 0)).toHaveText(before);
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowDown');
    const last = (await page.locator('[data-cell^="0-"]').count()) - 1;
    await page.keyboard.press('i');
    for (const [row, column] of [[0, last], [1, last - 1]]) await expect(cell(row, column)).toHaveText('I');
    await page.keyboard.press('Control+z');
    await expect(cell(1, last)).toHaveText('');
    // A block of a spreadsheet, with words of both languages, is one step.
    await cell(2, 2).focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'C\t咨询\nConsulted\tc');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    for (const [row, column] of [[2, 2], [2, 3], [3, 2], [3, 3]]) await expect(cell(row, column)).toHaveText('C');
    await expect(page.locator('.finding').first()).toContainText('21 rows');
  });

  const vendors = ['Brightdesk', 'Kindly', 'Northline'];
  await test.step('three vendors, qualified', async () => {
    await open(page, `${home}/vendors`);
    for (const [place, name] of vendors.entries()) {
      await page.getByRole('button', { name: 'Add a vendor' }).click();
      await item(page, `V-${place + 1}`).getByLabel('Name').fill(name);
    }
    await open(page, `${home}/vendors/qualify`);
    await page.getByRole('button', { name: 'Add the usual gates (Customer service)' }).click();
    const judge = async (check, verdict) => {
      if ((await check.locator('.ledger-name').getAttribute('aria-expanded')) === 'false') await check.locator('.ledger-name').click();
      await check.getByLabel('Verdict').selectOption({ label: verdict });
    };
    const checks = page.locator('.gate-checks tbody');
    await expect(checks).toHaveCount(21);
    for (let at = 0; at < 21; at += 1) await judge(checks.nth(at), 'Pass');
    await judge(item(page, 'V-3-Q-1'), 'Fail');
    await expect(clause(page, 'V-3')).toContainText('OUT at Qualify');
    await judge(item(page, 'V-3-Q-1'), 'Pass');
    await expect(clause(page, 'V-3')).not.toContainText('OUT at Qualify');
  });

  await test.step('capability: weights, two sheets, consensus', async () => {
    await open(page, `${home}/vendors/capability`);
    await page.getByRole('button', { name: 'Add the usual criteria (Customer service)' }).click();
    for (const [number, name] of [['E-1', 'Ines'], ['E-2', 'Tom']]) {
      await page.getByRole('button', { name: 'Add an evaluator' }).click();
      await item(page, number).getByLabel('Name').fill(name);
    }
    const fill = async (name, scores) => {
      await page.getByRole('combobox', { name: 'Whose sheet' }).selectOption({ label: name });
      await expect(page.locator('[data-score]')).toHaveCount(15);
      for (const [column, score] of scores.entries()) {
        await page.locator(`[data-score="0-${column}"]`).focus();
        for (let row = 0; row < 5; row += 1) {
          await page.keyboard.press(String(score));
          await expect(page.locator(`[data-score="${row}-${column}"]`)).toHaveText(String(score));
          await page.keyboard.press('Enter');
        }
      }
      await page.getByRole('button', { name: 'Submit my scores' }).click();
    };
    await fill('E-1 Ines', [4, 3, 2]);
    await page.getByRole('combobox', { name: 'Whose sheet' }).selectOption({ label: 'E-2 Tom' });
    await page.locator('[data-score="0-0"]').focus();
    await page.keyboard.press('n');
    await expect(page.locator('[data-score="0-0"]')).toHaveText('n/a');
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-score="0-0"]')).toHaveText('—');
    await fill('E-2 Tom', [5, 3, 2]);
    await page.getByRole('button', { name: 'Lock scores' }).click();
    await expect(page.getByText(/Scores locked on/)).toBeVisible();
  });

  await test.step('cases, proposals with prices, pilot', async () => {
    await open(page, `${home}/vendors/cases`);
    for (const [place, name] of vendors.entries()) {
      await page.getByRole('button', { name: 'Add a case' }).click();
      const one = item(page, `I-${place + 1}`);
      await one.getByLabel('Vendor', { exact: true }).selectOption({ label: `V-${place + 1} ${name}` });
      await one.getByLabel('Client', { exact: true }).fill('A shop');
      for (const mark of ['Quality delivered', 'Speed of response', 'Problem solving']) await choose(one, mark, 4);
      await one.getByLabel('Checked by an interview').check();
    }
    await open(page, `${home}/vendors/proposals`);
    for (const [place, price] of [[0, '9000'], [1, '8000'], [2, '7000']]) {
      await page.getByRole('button', { name: `Edit the proposal of V-${place + 1}` }).click();
      const one = page.locator('.proposal');
      for (const mark of ['Understanding', 'Staffing', 'Contingency plan', 'Open price']) await choose(one, mark, place === 0 ? 5 : 3);
      await one.getByLabel(/^Base price a month/).fill(price);
    }
    await open(page, `${home}/vendors/pilot`);
    const pilot = clause(page, 'V-1');
    await pilot.getByLabel('Scope').fill('Evening shift');
    await pilot.getByRole('button', { name: 'Add a measure' }).click();
    await pilot.getByLabel('Measure', { exact: true }).fill('Solved first time');
    await pilot.getByLabel('Target').fill('70');
    await pilot.getByLabel('Actual').fill('74');
    await expect(pilot.locator('.ledger-line')).toContainText('Met');
  });

  await test.step('decide', async () => {
    await open(page, `${home}/vendors/decide`);
    await page.getByLabel(/^Price for full points/).fill('6000');
    await page.getByLabel(/^Price for no points/).fill('12000');
    await expect(page.locator('.rank-bars li').first()).toContainText('Brightdesk');
    await page.locator('.segment').first().click();
    await expect(page.locator('.calculation-panel')).toContainText('How V-1 Brightdesk earned');
    await expect(page.locator('.calculation-panel .formula')).toContainText('=');
    await page.getByLabel('Chosen').selectOption({ label: 'V-1 Brightdesk' });
    await page.getByLabel('Backup vendor').selectOption({ label: 'V-2 Kindly' });
    await page.getByRole('button', { name: 'Lock the decision' }).click();
    await expect(page.getByRole('alert')).toContainText('Enter why');
    await page.getByLabel('Why', { exact: true }).fill('The best team and a good pilot');
    await page.getByRole('button', { name: 'Lock the decision' }).click();
    await expect(page.getByText(/Decided on/)).toBeVisible();
  });
  const places = () => page.locator('.rank-bars :is(.bar-name, .bar-total, .segment)').allInnerTexts();
  const ranking = await places();
  expect(ranking).toHaveLength(18);

  let sentence;
  await test.step('read the KPI charts', async () => {
    await open(page, `${home}/performance/kpis`);
    await page.getByRole('button', { name: 'Add the usual KPIs (Customer service)' }).click();
    await page.getByLabel('Paste a table').fill('\t2027-03\t2027-04\t2027-05\nK-1\t96\t97\t\nK-3\t80\t84\t88');
    await page.getByRole('button', { name: 'Take 5 figures' }).click();
    await expect(page.locator('figure svg').first()).toBeVisible();
    sentence = await page.locator('.finding').first().innerText();
    expect(sentence).toMatch(/target/);
    await page.locator('figure summary').first().click();
    await expect(page.locator('figure table').first()).toContainText('97');
  });

  const before = await exported(page);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await prefer(page, 'en');
  await open(page, '#/import');
  await page.locator('#import-file').setInputFiles(before.path);
  await page.getByRole('button', { name: /as a new project/i }).click();
  await expect(page.locator('h1')).toHaveText('Help desk');
  const after = await exported(page);
  expect(after.text).toBe(before.text);
  const back = new URL(page.url()).hash;
  await open(page, `${back}/vendors/decide`);
  await expect(page.locator('.rank-bars')).toBeVisible();
  expect(await places()).toEqual(ranking);
  await open(page, `${back}/performance/kpis`);
  await expect(page.locator('.finding').first()).toHaveText(sentence.replaceAll('\n', ' '));
});
