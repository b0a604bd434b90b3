// The papers both parties sign: pages of A4, blanks with the way to them, and files.
import { readFile } from 'node:fs/promises';
import { expect, open, prefer, sample, test, violations } from './fixtures.js';

const papers = async (page, name, language = 'en') => {
  await page.clock.setFixedTime(new Date('2026-11-20T10:00:00'));
  await prefer(page, language);
  const home = await sample(page);
  await open(page, `${home}/documents/${name}`);
  await expect(page.locator('.paper-sheet').first()).toBeVisible();
};

test('a paper stands on sheets of A4 that hold their text', async ({ page }) => {
  await papers(page, 'service-levels');
  const sheets = page.locator('.paper-sheet');
  const count = await sheets.count();
  expect(count).toBeGreaterThan(1);
  await expect(sheets.first().locator('.paper-foot')).toContainText(`Page 1 of ${count}`);
  for (const sheet of await sheets.all()) {
    const [box, body] = [await sheet.boundingBox(), await sheet.locator('.paper-body').boundingBox()];
    expect(box.height / box.width).toBeCloseTo(297 / 210, 2);
    expect(body.y + body.height).toBeLessThan(box.y + box.height * 277 / 297 + 1);
  }
  expect(await violations(page)).toEqual([]);
});

test('the language of a paper is chosen on its own and stays for the next paper', async ({ page }) => {
  await papers(page, 'charter');
  await page.getByRole('button', { name: 'Both', exact: true }).click();
  const pair = page.locator('.paper-pair', { has: page.locator('h1') });
  await expect(pair.locator('[lang="zh-CN"] h1')).toHaveText('团队章程与责任矩阵');
  await expect(pair.locator('[lang="en"] h1')).toHaveText('Team charter and role matrix');
  await page.locator('.document-list').getByRole('link', { name: /Collaboration plan/ }).click();
  await expect(page.getByRole('button', { name: 'Both', exact: true })).toHaveAttribute('aria-pressed', 'true');
});

test('a blank is listed with the way to where it is filled in', async ({ page }) => {
  await papers(page, 'specification');
  const unfinished = page.locator('.document-list li').filter({ has: page.locator('[data-kind="problem"]') });
  await unfinished.first().getByRole('link').click();
  const blank = page.locator('.document-blanks a').first();
  await expect(page.locator('.paper-blank').first()).toBeVisible();
  await expect(page.locator('.paper-head').first()).toContainText('Draft');
  const href = await blank.getAttribute('href');
  await blank.click();
  expect(page.url()).toContain(href.split('?')[0]);
});

test('a paper is written as Markdown, and print shows nothing but its sheets', async ({ page }) => {
  await papers(page, 'payment');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download Markdown' }).click()]);
  expect(download.suggestedFilename()).toMatch(/Payment-statement-2026-11-20\.md$/);
  // One page of paper for each sheet, and none for what stands around them.
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(await page.locator('.paper-sheet').count());
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.document-list')).toBeHidden();
  await expect(page.locator('.document-export')).toBeHidden();
  await expect(page.locator('.rail')).toBeHidden();
  await expect(page.locator('.paper-sheet').first()).toBeVisible();
});

test('a paper is written as a Word file, with the seal of what was confirmed', async ({ page }) => {
  await papers(page, 'payment');
  await page.getByRole('button', { name: 'Both', exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download Word' }).click()]);
  expect(download.suggestedFilename()).toMatch(/Payment-statement-2026-11-20\.docx$/);
  const file = (await readFile(await download.path())).toString('latin1');
  expect(file.slice(0, 2)).toBe('PK');
  for (const part of ['[Content_Types].xml', 'word/document.xml', 'word/header.xml', 'word/media/picture0.png']) expect(file).toContain(part);
  await expect(page.getByRole('button', { name: 'Download Word' })).toBeVisible();
});
