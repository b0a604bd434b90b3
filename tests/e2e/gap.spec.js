// Modules, skills and service levels out of a template; a gap becomes a criterion once; what helps with a service level.
import { expect, item, open, ownProject, prefer, sample, test, violations } from './fixtures.js';

const level = (of, name, value) => of.getByRole('group', { name }).getByLabel(value, { exact: true });

test('a gap opens to its figures and becomes one criterion', async ({ page }) => {
  await prefer(page, 'en');
  const home = await ownProject(page);
  await open(page, `${home}/requirements/screening`);
  await page.getByRole('button', { name: 'Add a skill' }).click();
  const skill = item(page, 'H-01');
  await skill.getByLabel('Skill').fill('Night shifts');
  await level(skill, 'Level needed', '4').check();
  await level(skill, 'Level at hand', '1').check();
  await level(skill, 'With the vendor', '3').check();
  await expect(page.locator('.finding').last()).toContainText('75 % of the skill needed is missing; with the vendor 75 % is covered.');
  await page.locator('.section').getByText('How this was computed').last().click();
  await expect(page.locator('.formula')).toContainText('100 × (10×3) / (10×4) = 75');
  await page.getByRole('button', { name: 'Make it a criterion H-01' }).click();
  const link = page.getByRole('link', { name: 'Criterion C-1' });
  await expect(link).toBeVisible();
  await expect(page.locator('[id="c-gap-H-01"]')).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await link.click();
  await expect(item(page, 'C-1')).toContainText('Level 4 needed, level 1 at hand');
  await expect(item(page, 'C-1').getByLabel('5', { exact: true })).toHaveValue(/before and after/);
});

test('locked scores say why a gap becomes no criterion, and where to unlock them', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/requirements/screening`);
  await page.getByRole('button', { name: 'Add a skill' }).click();
  const skill = page.locator('[id^="c-H-"]').last();
  await skill.getByLabel('Skill').fill('Night shifts');
  await level(skill, 'Level needed', '4').check();
  await level(skill, 'Level at hand', '1').check();
  const reading = page.locator('.reading').last();
  await expect(reading).toContainText('no gap becomes one now');
  await expect(reading.getByRole('button')).toHaveCount(0);
  await reading.getByRole('link', { name: 'Unlock the scores in 3.2, with a reason' }).click();
  await expect(page).toHaveURL(/vendors\/capability/);
});

test('a template brings modules, skills, features and service levels, and nothing twice', async ({ page }) => {
  await prefer(page, 'zh');
  const home = await ownProject(page);
  await open(page, `${home}/requirements/screening`);
  await page.getByRole('button', { name: /^加入常用模块/ }).click();
  await expect(item(page, 'B-1')).toBeVisible();
  await page.getByRole('button', { name: /^加入常用能力/ }).click();
  await expect(page.locator('[id^="c-H-"]')).toHaveCount(5);
  await page.getByText('从模板加入能力').click();
  const menu = page.locator('details[open]');
  const business = await page.evaluate(() => document.querySelectorAll('details[open] button').length);
  expect(business).toBe(7);
  await menu.getByRole('button').first().click();
  await expect(page.locator('.toast')).toBeVisible();
  await open(page, `${home}/requirements/scope`);
  await page.getByRole('button', { name: /^加入常用功能/ }).click();
  await expect(page.locator('[id^="c-F-"]').first()).toBeVisible();
  await expect(page.locator('.finding')).not.toContainText('用词含糊');
  await open(page, `${home}/requirements/sla`);
  await page.getByRole('button', { name: /^加入常用服务等级/ }).click();
  await expect(page.locator('[id^="c-S-"]').first()).toBeVisible();
  await expect(page.locator('.unguarded .tag[data-kind="problem"]')).toHaveCount(0);
});

test('a share turns into downtime and back, and few events are spoken of', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/requirements/sla`);
  await expect(page.locator('#page-title')).toBeFocused();
  const bare = page.locator('.unguarded li').first();
  await expect(bare).toContainText('F-02 Evidence store');
  await expect(bare).toContainText('is a must-have and no service level guards it');
  await bare.getByLabel('Why none is needed').fill('Accepted once, at the retention test');
  await expect(bare).toContainText('with a reason given');
  await expect(bare.getByLabel('Why none is needed')).toBeFocused();

  await item(page, 'S-01').locator('.ledger-name').click();
  const line = item(page, 'S-01');
  await line.getByLabel('Target', { exact: true }).fill('99.9');
  await expect(line).toContainText('At 99.9 %, a single miss fails the target in any period with fewer than 1,000 events.');
  await line.getByRole('button', { name: 'Allow one miss there' }).click();
  await expect(line.getByLabel('Does not count')).toHaveValue(/one miss in a period with fewer than 1,000 events/);
  // A share of events has no downtime; named as one of time it has nothing else.
  await expect(line).not.toContainText('Uptime and downtime');
  await line.getByLabel('Measure').fill('Uptime of the fix service');
  await expect(line).not.toContainText('a single miss fails');
  await expect(line).toContainText('30-day month (720 h): 43.2 min of downtime allowed');
  await expect(line).toContainText('365-day year (8,760 h): 8.76 h of downtime allowed');
  await line.getByLabel('Downtime in minutes').fill('216');
  await expect(line).toContainText('99.5 % uptime');
  await line.getByRole('button', { name: 'Use as target' }).click();
  await expect(line.getByLabel('Target', { exact: true })).toHaveValue('99.5');
  await line.getByLabel('How it is deducted').selectOption({ label: 'By points' });
  await expect(line).toContainText('10 points cost 2 %');
  expect(await violations(page)).toEqual([]);
});
