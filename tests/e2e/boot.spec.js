import { expect, exported, open, ORIGIN, ownProject, prefer, test } from './fixtures.js';

test('the page shows its name before the app runs', async ({ page }) => {
  const html = await (await page.request.get('./index.html')).text();
  expect(html).toContain('合契 Halfseal');
  expect(html).not.toContain('@@');
  await open(page, '#/');
});

test('a deep link opens in a subfolder and survives a reload', async ({ page }) => {
  await prefer(page, 'en');
  const home = await ownProject(page, 'Deep');
  await open(page, `${home}/risks/register`);
  await page.reload();
  await expect(page.locator('h1')).toHaveText('Risk: Register');
});

test('a menu that has the focus may go with its page', async ({ page }) => {
  await prefer(page, 'en');
  const home = await ownProject(page, 'Menus');
  await open(page, `${home}/requirements/screening`);
  await open(page, `${home}/requirements/scope`);
  const menu = page.locator('main details.menu').first();
  await menu.locator('summary').press('Enter');
  await expect(menu.locator('li').first()).toBeVisible();
  await page.goBack();
  await expect(page.locator('h1')).toContainText('Screening');
  await menu.locator('summary').press('Enter');
  await page.locator('h1').click();
  await expect(menu).not.toHaveAttribute('open');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('the language changes in place and keeps what was typed', async ({ page }) => {
  await prefer(page, 'en');
  await ownProject(page, 'Tongue');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.locator('h1')).toHaveText('Tongue');
});

test('a change is saved within half a second and is there after a reload', async ({ page }) => {
  await prefer(page, 'en');
  const home = await ownProject(page, 'Kept');
  await open(page, `${home}/requirements/goals`);
  await page.getByRole('button', { name: 'Add a goal' }).click();
  await page.getByLabel('Outcome').fill('Answer faster');
  await expect(page.locator('.save-state')).toContainText('Saved in this browser');
  await page.reload();
  await page.getByRole('button', { name: 'Answer faster' }).click();
  await expect(page.getByLabel('Outcome')).toHaveValue('Answer faster');
});

test('every step can be taken back and done again', async ({ page }) => {
  await prefer(page, 'en');
  const home = await ownProject(page, 'Back');
  await open(page, `${home}/requirements/scope`);
  await page.getByRole('button', { name: 'Add a feature' }).click();
  const lines = page.locator('.ledger-line');
  await expect(lines).toHaveCount(1);
  await page.getByRole('button', { name: 'Remove F-01' }).click();
  await expect(lines).toHaveCount(0);
  await page.locator('h1').click();
  await page.keyboard.press('Control+z');
  await expect(lines).toHaveCount(1);
  await page.keyboard.press('Control+y');
  await expect(lines).toHaveCount(0);
});

test('a full storage says so, and work goes on', async ({ page }) => {
  await prefer(page, 'en');
  const home = await ownProject(page, 'Full');
  await open(page, `${home}/requirements/goals`);
  await page.evaluate(() => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
      if (key.startsWith('halfseal.project.')) throw new DOMException('full');
      return set.call(this, key, value);
    };
  });
  await page.getByRole('button', { name: 'Add a goal' }).click();
  await expect(page.locator('.notice[data-kind="error"]')).toContainText('Not saved since');
  await page.getByLabel('Outcome').fill('Still here');
  await expect(page.getByLabel('Outcome')).toHaveValue('Still here');
});

test('another tab reads only, and may take over', async ({ context, page }) => {
  await prefer(page, 'en');
  const home = await ownProject(page, 'Shared');
  const second = await context.newPage();
  await second.goto(`${ORIGIN}/halfseal/index.html${home}/requirements/goals`);
  await expect(second.locator('.notice')).toContainText('being edited in another tab');
  await second.getByRole('button', { name: 'Edit here instead' }).click();
  await expect(page.locator('.notice')).toContainText('being edited in another tab');
});

test('a file the system opens with the app is looked at before it is taken in', async ({ page }) => {
  await prefer(page, 'en');
  await page.addInitScript(() => {
    Object.defineProperty(window, 'launchQueue', { value: { setConsumer: (consumer) => (window.launch = consumer) } });
  });
  await ownProject(page, 'Launched');
  const { text } = await exported(page);
  await page.evaluate(
    (text) => window.launch({ files: [{ getFile: async () => new File([text], 'launched.json', { type: 'application/json' }) }] }),
    text,
  );
  await expect(page.locator('main')).toContainText('Launched');
  await expect(page.locator('h1')).toHaveText('Import a file');
});
