// Other ways to find weights, and trade-off questions by the keyboard alone.
import { expect, open, ownProject, prefer, sample, test, violations } from './fixtures.js';

const decide = async (page, language, theme) => {
  await prefer(page, language, theme);
  const home = await sample(page);
  await open(page, `${home}/vendors/decide`);
  await expect(page.locator('.steppers')).toBeVisible();
};

const weights = (page) => page.locator('.stepper input').evaluateAll((fields) => fields.map((field) => field.value));

test('trade-off questions are answered, stopped early and applied by keyboard', async ({ page }) => {
  await decide(page, 'en');
  const before = await weights(page);
  const button = page.getByRole('button', { name: 'Trade-off questions' });
  const dialog = page.getByRole('dialog', { name: 'Trade-off questions' });
  const focused = page.locator(':focus');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('1 of 6');
  await expect(dialog.getByRole('group')).toHaveAccessibleName('Which matters more: better capability or better cases?');
  await expect(focused).toHaveAttribute('type', 'radio');
  expect(await violations(page)).toEqual([]);
  // More, much more, equal: 3 : 1, then 5 : 1, then as much.
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: 'Capability, more' })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('2 of 6');
  await expect(focused).toHaveAttribute('type', 'radio');
  // Too early to stop: what nothing connects yet is named, and nothing changes.
  const press = async (name) => {
    for (let step = 0; step < 8 && (await focused.innerText()) !== name; step += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  };
  await press('Stop here and use these answers');
  await expect(dialog.getByRole('alert')).toContainText('Proposal · Price');
  await press('Cancel');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
  expect(await weights(page)).toEqual(before);

  await page.keyboard.press('Enter');
  for (const answer of ['Capability, more', 'Cases, much more', 'Both equally']) {
    await expect(focused).toHaveAttribute('type', 'radio');
    await expect(dialog.getByRole('radio', { name: answer, exact: true })).toBeVisible();
    // Space takes the first answer, arrows the next ones.
    await page.keyboard.press('Space');
    for (let step = 0; step < 5 && !(await dialog.getByRole('radio', { name: answer, exact: true }).isChecked()); step += 1) {
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
  }
  await expect(dialog).toContainText('4 of 6');
  await press('Back');
  await expect(dialog).toContainText('3 of 6');
  await expect(dialog.getByRole('radio', { name: 'Both equally' })).toBeChecked();
  await expect(focused).toHaveAttribute('type', 'radio');
  await press('Stop here and use these answers');
  await expect(dialog.locator('.trade-off-found')).toBeFocused();
  await expect(dialog).toContainText('3 of 6 pairs are open');
  // 15 : 5 : 1 : 1.
  await expect(dialog.getByRole('row', { name: /Capability/ })).toContainText('68.18');
  expect(await violations(page)).toEqual([]);
  await press('Apply');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
  expect(await weights(page)).toEqual(['68.18', '22.73', '4.55', '4.54']);
  await page.keyboard.press('Control+z');
  expect(await weights(page)).toEqual(before);
});

test('Escape leaves the questions without a change', async ({ page }) => {
  await decide(page, 'zh', 'dark');
  const before = await weights(page);
  const button = page.getByRole('button', { name: '取舍问答' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('第 1 题，共 6 题');
  await expect(page.locator(':focus')).toHaveAttribute('type', 'radio');
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(button).toBeFocused();
  expect(await weights(page)).toEqual(before);
});

test('ranks give weights once they are used, and looking at a way changes none', async ({ page }) => {
  await decide(page, 'en');
  await page.locator('.ways > summary').click();
  const ways = page.locator('.ways');
  const use = ways.getByRole('button', { name: 'Use these weights' });
  await ways.getByRole('radio', { name: 'Rank order' }).check();
  const before = await weights(page);
  for (const [name, rank] of [['Capability', 1], ['Cases', 2], ['Proposal', 3]]) {
    await ways.getByLabel(name, { exact: true }).fill(String(rank));
  }
  await expect(ways).toContainText('Still missing: Price');
  await expect(use).toBeHidden();
  await ways.getByLabel('Price', { exact: true }).fill('4');
  // What does not divide goes to the largest remainder, so that all are 100.
  await expect(ways).toContainText('Weights found: Capability 52.09');
  expect(await weights(page)).toEqual(before);
  expect(await violations(page)).toEqual([]);
  await use.click();
  await expect(use).toBeHidden();
  await expect(ways).toContainText('These are the present weights.');
  expect(await weights(page)).toEqual(['52.09', '27.08', '14.58', '6.25']);
  await ways.getByText('How this was computed').click();
  await expect(ways.locator('.formula')).toContainText('(1/1 + 1/2 + 1/3 + 1/4) / 4 = 52.08 %');
  expect(await violations(page)).toEqual([]);
  await ways.getByRole('radio', { name: 'Swing' }).check();
  await ways.getByRole('radio', { name: 'Rank order' }).check();
  await expect(ways.getByLabel('Cases', { exact: true })).toHaveValue('2');
  // A weight changed by hand stays, whatever is looked at.
  await page.locator('.stepper').first().getByRole('button').first().click();
  const typed = await weights(page);
  expect(typed).not.toEqual(['52.09', '27.08', '14.58', '6.25']);
  for (const name of ['Direct', 'Rank order', 'Swing', 'Rank order']) {
    await ways.getByRole('radio', { name }).check();
  }
  await expect(ways.getByLabel('Price', { exact: true })).toHaveValue('4');
  await expect(use).toBeVisible();
  expect(await weights(page)).toEqual(typed);
  await use.click();
  await expect(use).toBeHidden();
  expect(await weights(page)).toEqual(['52.09', '27.08', '14.58', '6.25']);
  await page.keyboard.press('Control+z');
  await expect(use).toBeVisible();
  expect(await weights(page)).toEqual(typed);
  // So does one while an entry is edited.
  await ways.getByLabel('Price', { exact: true }).fill('3');
  await expect(ways).toContainText('Weights found: Capability 52.08 · Cases 27.08 · Proposal 10.42');
  expect(await weights(page)).toEqual(typed);
});

test('each level of criteria is weighed in its own way', async ({ page }) => {
  await prefer(page, 'en');
  const home = await ownProject(page);
  await open(page, `${home}/vendors/capability`);
  const item = (number) => page.locator(`[id="c-${number}"]`);
  for (const [number, name] of [['C-1', 'People'], ['C-2', 'Tools'], ['C-3', 'Seats'], ['C-4', 'Languages']]) {
    await page.getByRole('button', { name: 'Add a criterion' }).click();
    await item(number).getByLabel('Criterion', { exact: true }).fill(name);
    if (number > 'C-2') await item(number).getByLabel('Stands under').selectOption({ label: 'C-1 People' });
  }
  await page.getByRole('button', { name: 'Spread evenly' }).click();
  await page.locator('.ways > summary').click();
  const ways = page.locator('.ways');
  const level = page.getByRole('combobox', { name: 'Which are weighed' });
  await ways.getByRole('radio', { name: 'Rank order' }).check();
  await ways.getByLabel('C-1 People', { exact: true }).fill('1');
  await ways.getByLabel('C-2 Tools', { exact: true }).fill('2');
  await ways.getByRole('button', { name: 'Use these weights' }).click();
  await expect(ways).toContainText('These are the present weights.');

  // Nobody has weighed the group yet: its weights are direct.
  await level.selectOption({ label: 'C-1 People' });
  await expect(ways.getByRole('radio', { name: 'Direct' })).toBeChecked();
  await page.getByRole('button', { name: 'Trade-off questions' }).click();
  const dialog = page.getByRole('dialog', { name: 'Trade-off questions' });
  await dialog.getByRole('radio', { name: 'C-3 Seats, more' }).check();
  await dialog.getByRole('button', { name: 'See the weights' }).click();
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(ways.getByRole('radio', { name: 'Pairwise' })).toBeChecked();
  await expect(ways).toContainText('C-3 Seats 75 · C-4 Languages 25');

  await level.selectOption({ label: 'The top level' });
  await expect(ways.getByRole('radio', { name: 'Rank order' })).toBeChecked();
  await expect(ways).toContainText('C-1 People 75 · C-2 Tools 25');
  await expect(ways).toContainText('These are the present weights.');
});
