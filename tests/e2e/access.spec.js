import { expect, open, OUTER_PAGES, ownProject, PAGES, prefer, sample, test, violations } from './fixtures.js';

const check = async (page, where) => (await violations(page)).map((broken) => `${where}: ${broken}`);

for (const language of ['zh', 'en']) {
  for (const theme of ['light', 'dark']) {
    test(`no page breaks an accessibility rule, ${language} ${theme}`, async ({ page }) => {
      test.setTimeout(600_000);
      await prefer(page, language, theme);
      const found = [];
      for (const hash of OUTER_PAGES) {
        await open(page, hash);
        found.push(...(await check(page, hash)));
      }
      for (const begin of [ownProject, sample]) {
        const home = await begin(page);
        for (const path of PAGES) {
          await open(page, path ? `${home}/${path}` : home);
          found.push(...(await check(page, `${begin.name} ${path}`)));
        }
      }
      expect(found).toEqual([]);
    });
  }
}

test('no page is wider than a narrow screen', async ({ page }) => {
  test.setTimeout(120_000);
  await prefer(page, 'en');
  await page.setViewportSize({ width: 320, height: 640 });
  const home = await sample(page);
  const wide = [];
  for (const path of PAGES) {
    await open(page, path ? `${home}/${path}` : home);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) wide.push(`${path} ${width}`);
  }
  expect(wide).toEqual([]);
});
