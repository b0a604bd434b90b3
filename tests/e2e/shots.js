// Pictures of every page: both languages, light and dark, wide and narrow, filled and empty.
import { mkdirSync } from 'node:fs';
import { open, OUTER_PAGES, ownProject, PAGES, prefer, sample, test } from './fixtures.js';

const folder = new URL('../../shots/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });
const wanted = (process.env.SHOTS ?? '').split(' ').filter(Boolean);

for (const language of ['zh', 'en']) {
  for (const theme of ['light', 'dark']) {
    for (const width of [1440, 360]) {
      for (const content of ['filled', 'empty']) {
        test(`${language} ${theme} ${width} ${content}`, async ({ page }) => {
          test.setTimeout(600_000);
          const names = (path) => `${path.replaceAll(/[#/]+/g, '-').replace(/^-|-$/g, '') || 'overview'}-${content}-${language}-${theme}-${width}`;
          const isWanted = (path) => wanted.every((word) => names(path).includes(word));
          const outer = content === 'empty' ? OUTER_PAGES : [];
          if (![...PAGES, ...outer].some(isWanted)) return;
          await prefer(page, language, theme);
          await page.setViewportSize({ width, height: 900 });
          for (const hash of outer.filter(isWanted)) {
            await open(page, hash);
            await page.screenshot({ path: `${folder}${names(hash === '#/' ? 'first-run' : hash)}.png`, fullPage: true });
          }
          const home = await (content === 'filled' ? sample : ownProject)(page);
          for (const path of PAGES.filter(isWanted)) {
            await open(page, path ? `${home}/${path}` : home);
            await page.waitForTimeout(150);
            await page.screenshot({ path: `${folder}${names(path)}.png`, fullPage: true });
          }
        });
      }
    }
  }
}
