// Both parties answer the same scenarios, each alone; where they differ a question blocks the sign-off until answered.
import { readFile } from 'node:fs/promises';
import { expect, item, open, ownProject, prefer, saved, take, test, violations } from './fixtures.js';

const answer = (page, number, choice) => page.getByRole('group', { name: number, exact: true }).getByRole('radio', { name: choice, exact: true }).click();

test('where the parties differ, a question is settled before they confirm', async ({ page, browser }) => {
  test.setTimeout(120_000);
  await prefer(page, 'en');
  const home = await ownProject(page, 'Help desk');
  await open(page, `${home}/requirements/understanding`);
  await expect(page.locator('.empty-state')).toContainText('Write 3 to 5 real situations');
  const situations = ['A refund above ¥5,000 is asked for', 'A call comes in at 23:00', 'A new shop is added'];
  for (const [place, situation] of situations.entries()) {
    await page.getByRole('button', { name: 'Add a scenario' }).click();
    await item(page, `U-${place + 1}`).getByLabel('Situation').fill(situation);
  }
  await item(page, 'U-3').getByLabel('How it is meant').fill('Kept at home');
  await page.getByRole('button', { name: 'Answer here: Client' }).click();
  for (const number of ['U-1', 'U-2', 'U-3']) await answer(page, number, 'In scope');
  await page.getByRole('group', { name: 'U-2' }).getByLabel('Reason').fill('We sell at night');
  await page.getByRole('button', { name: 'Submit the answers' }).click();
  await expect(page.getByRole('alert')).toHaveText('Enter the name of who answers');
  await page.getByLabel('Answered by').fill('Li Min');
  await page.getByRole('button', { name: 'Submit the answers' }).click();
  await expect(page.locator('.finding').first()).toContainText('the vendor is still to answer');
  // What was answered is covered, and what was asked stands still.
  await expect(page.getByText('We sell at night')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Add a scenario' })).toBeHidden();
  const out = await saved(page, 'Hand out as a file: Vendor');
  await expect(page.locator('.toast')).toContainText('Help-desk-questions-Vendor');
  const text = await readFile(out, 'utf8');
  expect(text).toContain('"answer_sheet"');
  for (const hidden of ['We sell at night', 'Li Min', 'Kept at home']) expect(text).not.toContain(hidden);

  const context = await browser.newContext();
  const there = await context.newPage();
  await prefer(there, 'en');
  await take(there, out);
  await expect(there.getByText('Scenarios: 3,')).toBeVisible();
  await there.getByRole('button', { name: 'Fill in this sheet here' }).click();
  await expect(there.locator('h1')).toHaveText('Understanding check');
  await expect(there.locator('.lead')).toContainText('Help desk');
  await expect(there.locator('.rail a')).toHaveCount(0);
  expect(new URL(there.url()).hash).toMatch(/^#\/sheet\/.*\/answers$/);
  // The place has to be the user's to edit before something is chosen.
  await expect(there.getByRole('group', { name: 'U-1' }).getByRole('radio').first()).toBeEnabled();
  await answer(there, 'U-1', 'In scope');
  await answer(there, 'U-2', 'Needs a change request');
  await answer(there, 'U-3', 'In scope');
  await there.getByRole('group', { name: 'U-2' }).getByLabel('Reason').fill('Nights are not priced');
  await there.getByLabel('Answered by').fill('Chen Hang');
  // What is not handed in may be kept as a file; that it is a draft is said there, in its name, and where it is taken in.
  const draft = await saved(there, 'Save a draft');
  await expect(there.locator('.toast')).toContainText('Help-desk-draft-answers-Vendor');
  await take(page, draft);
  await expect(page.locator('.finding')).toContainText('Not submitted yet.');
  await there.getByRole('button', { name: 'Submit the answers' }).click();
  expect(await violations(there)).toEqual([]);
  await there.reload();
  await expect(there.getByLabel('Answered by')).toHaveValue('Chen Hang');
  const back = await saved(there, 'Save the file to send back');
  await expect(there.locator('.toast')).toContainText('Help-desk-answers-Vendor');
  await open(there, '#/');
  await expect(there.locator('.project-list')).toContainText('Answers of the vendor');
  // Where its project is not, a sheet that is filled in says where it belongs.
  await take(there, back);
  await expect(there.getByText('open the file in the browser that has its project')).toBeVisible();

  await take(page, back);
  await expect(page.getByText('Project: Help desk · Answered by Chen Hang · 3 of 3 answered')).toBeVisible();
  await expect(page.locator('.finding')).toContainText('Answers: 3 new. Submitted');
  await expect(page.locator('.preview')).toContainText('Needs a change request · Nights are not priced');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Take in this sheet' }).click();
  await expect(page.locator('h1')).toContainText('Understanding check');
  await expect(page.locator('.finding').first()).toHaveText('2 of 3 scenarios are answered alike; 1 to settle.');
  await page.getByText('How this was computed').click();
  await expect(page.locator('.formula')).toHaveText('2 / 3 = 67 %');
  const difference = page.locator('.difference');
  await expect(difference).toHaveCount(1);
  await expect(difference).toContainText('We sell at night');
  await expect(difference).toContainText('Nights are not priced');
  await expect(difference.getByRole('button')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  await difference.getByRole('link', { name: 'Question O-1' }).click();
  await expect(item(page, 'O-1')).toContainText('“A call comes in at 23:00”: the client says “In scope”');

  // The question blocks the sign-off, in words that lead to it.
  const blocks = async () => {
    await open(page, `${home}/requirements/signoff`);
    await page.locator('#signer-client').fill('Li Min');
    await page.getByRole('button', { name: 'Confirm this version' }).first().click();
    return page.locator('.problem-summary').getByRole('link', { name: 'O-1' });
  };
  await expect(await blocks()).toHaveText(['Enter the answer for O-1', 'Enter the owner for O-1', 'Enter the due date for O-1']);
  await expect(page.locator('.readiness')).toContainText('2 of 3 answered alike');
  await expect(page.locator('.readiness')).toContainText('1 open · blocks the sign-off');
  await page.getByRole('link', { name: 'Enter the answer for O-1' }).click();
  await item(page, 'O-1').getByLabel('Answer', { exact: true }).fill('Needs a change request');
  await expect(page.getByText('The question is answered.')).toBeVisible();
  await expect(page.locator('.finding').first()).toHaveText('2 of 3 scenarios are answered alike; 1 settled since.');
  await expect(await blocks()).toHaveCount(0);

  // The search finds what is asked; a scenario that changed meanwhile is named and not taken in.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('U-2');
  await page.keyboard.press('Enter');
  await expect(item(page, 'U-2')).toBeFocused();
  for (const side of ['Client', 'Vendor']) await page.getByRole('button', { name: `Take back to change: ${side}` }).click();
  await item(page, 'U-2').getByLabel('Situation').fill('A call comes in on Sunday');
  await take(page, back);
  await expect(page.getByText('Changed since the sheet went out: U-2')).toBeVisible();
  await open(page, `${home}/requirements/understanding`);
  await item(page, 'U-3').getByRole('button').first().click();
  await page.getByRole('button', { name: 'Remove U-3' }).click();
  await take(page, back);
  await expect(page.getByRole('alert')).toContainText('The project has no scenario U-3 A new shop is added.');
  await context.close();
});
