// A change never takes the focus from where the user is typing.
import { expect, open, prefer, sample, test } from './fixtures.js';

const stays = async (page, path, field, keys) =>
  test.step(path, async () => {
    await open(page, path);
    await expect(page.locator('#page-title')).toBeFocused();
    await page.evaluate(() => [...document.querySelectorAll('details')].forEach((details) => (details.open = true)));
    const line = page.locator('.ledger-name').first();
    // The page may still be on its way: its first line is opened once it is there.
    await expect(async () => {
      if ((await line.count()) && (await line.getAttribute('aria-expanded')) !== 'true') await line.click();
      await (await field(page)).focus({ timeout: 1000 });
    }).toPass({ timeout: 15_000 });
    // The cells of the matrix are recycled; there the focus stays on the cell, whatever element shows it.
    // Focusing a cell may scroll the matrix, so that the first cell is another one by now: what has the focus counts.
    const cell = await page.evaluate(() => {
      document.activeElement.dataset.here = 'yes';
      return document.activeElement.dataset.cell;
    });
    for (const key of keys) {
      await page.keyboard.press(key);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    }
    if (cell) return expect(page.locator(`[data-cell="${cell}"]`)).toBeFocused();
    expect(await page.evaluate(() => document.activeElement.dataset.here ?? document.activeElement.outerHTML.slice(0, 120))).toBe('yes');
  });

test('typing keeps the focus on every page', async ({ page }) => {
  test.setTimeout(120_000);
  await prefer(page, 'en');
  const home = await sample(page);
  const first = (selector) => (page) => page.locator(selector).first();
  await stays(page, `${home}/requirements/goals`, first('.ledger-form input[type=text]'), ['a', 'b']);
  await stays(page, `${home}/requirements/screening`, first('.ledger-form input[type=radio]:not(:checked)'), ['Space']);
  await stays(page, `${home}/requirements/scope`, first('.ledger-form textarea'), ['a', 'Enter', 'b']);
  await stays(page, `${home}/team/people`, first('.ledger-form input[type=text]'), ['a', 'b']);
  await stays(page, `${home}/team/raci`, first('[data-cell$="-1"]'), ['a', 'Delete', 'i', 'Shift+r']);
  const opened = (name) => async (page) => {
    const line = page.locator(`${name} .ledger-name`).first();
    if ((await line.getAttribute('aria-expanded')) !== 'true') await line.click();
    return page.locator('.ledger-form input[type=text]').first();
  };
  await stays(page, `${home}/vendors`, opened('.ledger'), ['a', 'b']);
  await stays(page, `${home}/vendors/qualify`, opened('.gate-checks'), ['a', 'b']);
  await stays(page, `${home}/vendors/cases`, opened('.ledger'), ['a', 'b']);
  await stays(page, `${home}/vendors/pilot`, opened('.pilots'), ['a', 'b']);
  await stays(page, `${home}/vendors/capability`, opened('.ledger'), ['a', 'b']);
  await stays(page, `${home}/vendors/decide`, first('.record textarea'), ['a', 'b']);
  await stays(page, `${home}/performance/kpis`, first('table input[type=text]'), ['5', '6']);
  await stays(page, `${home}/collaboration/response`, first('.ledger-form input[type=text]'), ['a', 'b']);
  await stays(page, `${home}/risks/register`, first('.ledger-form input[type=text]'), ['a', 'b']);
  await stays(page, `${home}/performance/kpis`, first('.ledger-form input[type=text]'), ['a', 'b']);
  await stays(page, `${home}/settings`, first('.sheet input[type=text]'), ['a', 'b']);
});

test('a link into a closed disclosure opens it', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/vendors/decide`);
  await page.locator('.weight-sets > summary').click();
  await page.getByRole('button', { name: 'Add a set of weights' }).click();
  await page.reload();
  await open(page, `${home}/vendors/decide?sel=A-1`);
  await expect(page.locator('[id="c-A-1"]')).toBeVisible();
});
