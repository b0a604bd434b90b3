// Second opinions: computed beside the page, on demand, and following every change.
import { expect, open, prefer, sample, test, violations } from './fixtures.js';

const decide = async (page, language, theme) => {
  await prefer(page, language, theme);
  const home = await sample(page);
  await open(page, `${home}/vendors/decide`);
};

for (const [language, theme] of [['zh', 'light'], ['en', 'dark']]) {
  test(`second opinions come when asked for, ${language} ${theme}`, async ({ page }) => {
    const asked = [];
    page.on('request', (request) => {
      if (request.url().includes('/worker-')) asked.push(request.url());
    });
    await decide(page, language, theme);
    expect(asked).toEqual([]);
    await page.locator('#c-lab > summary').click();
    const opinions = page.locator('.opinion');
    // Eight of the laboratory, and the figures that are measured.
    await expect(opinions).toHaveCount(9);
    expect(asked.some((url) => url.endsWith('.wasm'))).toBe(true);
    await expect(page.locator('.opinion-table').first()).toBeVisible();
    for (const details of await page.locator('.opinion .calculation:not([hidden]) > summary').all()) await details.click();
    await expect(page.locator('.calculation-list .formula').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test('second opinions follow a weight, and their choices', async ({ page }) => {
  await decide(page, 'en');
  await page.locator('#c-lab > summary').click();
  const finding = page.locator('.opinion-finding').first();
  await expect(finding).toContainText('10,000');
  const before = await finding.innerText();
  await page.getByLabel('Weights tried').selectOption({ label: 'in the present order' });
  await expect(finding).not.toHaveText(before);
  const weights = page.locator('.opinion').filter({ hasText: 'Other sets of weights' });
  await expect(weights.locator('tbody tr').first()).toContainText('35');
  await page.locator('.stepper').first().getByRole('button').last().click();
  await page.locator('.stepper').nth(1).getByRole('button').first().click();
  await expect(weights.locator('tbody tr').first()).toContainText('36');
  const map = page.locator('.opinion').filter({ hasText: 'two weights move' });
  await page.getByLabel('Up the map').selectOption({ label: 'Cases' });
  await expect(map.locator('.opinion-finding')).toContainText('Capability and Cases');
});

test('a laboratory that cannot be loaded says so and can be asked again', async ({ page, context }) => {
  await decide(page, 'en');
  await context.route('**/worker-*/**', (route) => route.abort());
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(error));
  await page.locator('#c-lab > summary').click();
  await expect(page.getByRole('alert')).toContainText('could not be computed');
  await context.unroute('**/worker-*/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.opinion')).toHaveCount(9);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a published case shows the ranking that was published, and how it came about', async ({ page }) => {
  await prefer(page, 'en');
  await open(page, '#/');
  await page.getByText('Published cases').click();
  await page.getByRole('button', { name: /Fighter aircraft, TOPSIS/ }).click();
  const opinion = page.locator('.opinion').first();
  await expect(opinion.locator('tbody tr').first()).toContainText('0.6433');
  await opinion.getByText('How this was computed').click();
  await expect(opinion.locator('.formula').first()).toContainText('D⁻ / (D⁺ + D⁻)');
  await expect(opinion).toContainText('Hwang & Yoon (1981)');
  await expect(page.locator('table.measured-values input').first()).not.toBeEditable();
});

test('each department has its own weights, and any of them can be taken over', async ({ page }) => {
  await decide(page, 'en');
  await page.getByText('Weights of each department').click();
  await page.getByRole('button', { name: 'Add a set of weights' }).click();
  const set = page.locator('[id="c-A-1"]');
  await set.getByLabel('Whose weights').fill('Legal');
  await set.getByLabel('Price %').fill('25');
  await page.locator('#c-lab > summary').click();
  const row = page.locator('.opinion').filter({ hasText: 'Other sets of weights' }).locator('tr').filter({ hasText: 'A-1 Legal' });
  await expect(row).toContainText('do not sum to 100');
  await set.getByLabel('Cases %').fill('15');
  await expect(row).toContainText('V-2');
  await set.getByRole('button', { name: 'Use these weights' }).click();
  await expect(page.locator('.stepper input').nth(1)).toHaveValue('15');
  await expect(page.locator('.stepper input').nth(3)).toHaveValue('25');
});
