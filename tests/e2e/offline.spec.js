// The site without a network, and a newer version that waits until it is asked for.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import { open, ownProject, sample, saved } from './fixtures.js';
import { contentType } from './types.js';

const DIST = new URL('../../dist/', import.meta.url);
const text = (name, folder = DIST) => readFile(new URL(name, folder), 'utf8');

/** Serves the built site, with other texts in place of some of its files. */
const serve = async () => {
  const instead = new Map();
  const server = createServer(async (request, response) => {
    const name = new URL(request.url, 'http://127.0.0.1').pathname.replace('/site/', '') || 'index.html';
    try {
      const body = instead.get(name) ?? (await readFile(new URL(name, DIST)));
      response.writeHead(200, { 'content-type': contentType(name) });
      response.end(body);
    } catch {
      response.writeHead(404);
      response.end();
    }
  });
  await new Promise((listens) => server.listen(0, '127.0.0.1', listens));
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { at: `http://127.0.0.1:${server.address().port}/site/`, instead, stop };
};

/** Opens the site and waits until all of it is kept. */
const kept = async (browser, at) => {
  const context = await browser.newContext({ serviceWorkers: 'allow', locale: 'en-GB', baseURL: at });
  const page = await context.newPage();
  await open(page, '#/');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const isControlled = () => navigator.serviceWorker.controller !== null;
    if (!isControlled()) await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
  });
  return page;
};

/** Starts a project and types a goal. */
const typed = async (page) => {
  const home = await ownProject(page, 'Kept');
  await open(page, `${home}/requirements/goals`);
  await page.getByRole('button', { name: 'Add a goal' }).click();
  await page.getByLabel('Outcome').fill('Answer faster');
  return home;
};

const update = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
const shelves = (page) => page.evaluate(() => caches.keys());
/** The service worker of a version that says of itself that it is another one. */
const asVersion = (worker, name) => worker.replace(/VERSION = '\w+'/, `VERSION = '${name}'`);

test('without a network the site opens, goes on and gives files', async ({ browser }) => {
  const { at, stop } = await serve();
  const page = await kept(browser, at);
  const home = await typed(page);
  await expect(page.locator('.save-state')).toContainText('Saved in this browser');
  stop();
  for (let time = 0; time < 3; time += 1) {
    await page.reload();
    await expect(page.getByRole('button', { name: 'Answer faster' })).toBeVisible();
  }
  const second = await page.context().newPage();
  await open(second, `${home}/risks/register`);
  await expect(second.locator('h1')).toHaveText('Risk: Register');
  await open(second, `${await sample(second)}/documents/specification`);
  await expect(second.locator('.paper-sheet').first()).toBeVisible();
  expect(await saved(second, 'Download Markdown')).toBeTruthy();
  await page.context().close();
});

test('a newer version waits until it is asked for, and nothing typed is lost', async ({ browser }) => {
  const { at, instead, stop } = await serve();
  const page = await kept(browser, at);
  await typed(page);
  const [html, worker] = await Promise.all([text('index.html'), text('sw.js')]);
  const newer = html.replace('<meta charset', '<meta name="deploy" content="2"><meta charset');
  expect(newer).not.toBe(html);
  const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(newer));
  const hex = Buffer.from(sum).toString('hex');
  instead.set('index.html', newer);
  instead.set('sw.js', asVersion(worker, 'second').replace(/"index.html":"\w+"/, `"index.html":"${hex}"`));
  await update(page);
  const notice = page.locator('.notice', { hasText: 'A new version is here' });
  await expect(notice).toBeVisible();
  await page.getByLabel('Outcome').fill('Answer at once');
  await page.reload();
  // Opened again by hand, the page is still whole and of the version before.
  await expect(page.locator('meta[name="deploy"]')).toHaveCount(0);
  await notice.getByRole('button').click();
  await expect(page.locator('meta[name="deploy"]')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Answer at once' })).toBeVisible();
  await expect(notice).toHaveCount(0);
  stop();
  await page.context().close();
});

test('a version that does not come whole is not kept, and a release can be called back', async ({ browser }) => {
  const { at, instead, stop } = await serve();
  const page = await kept(browser, at);
  const before = await shelves(page);
  const worker = await text('sw.js');
  instead.set('sw.js', asVersion(worker, 'half').replace(/"index.html":"\w+"/, '"index.html":"00"'));
  await update(page).catch(() => {});
  const waits = () => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration()).installing));
  await expect.poll(waits).toBe(false);
  expect(await shelves(page)).toEqual(before);
  await expect(page.locator('.notice', { hasText: 'A new version is here' })).toHaveCount(0);
  instead.set('sw.js', await text('docs/sw-off.js', new URL('../../', import.meta.url)));
  await update(page);
  await expect.poll(() => shelves(page)).toEqual([]);
  await page.reload();
  await expect(page.locator('#page-title')).toBeVisible();
  stop();
  await page.context().close();
});
