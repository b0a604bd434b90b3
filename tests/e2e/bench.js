// Speed as ratios to yardsticks measured in the same run, in turns. It reports and never fails: machines differ.
import { writeFileSync } from 'node:fs';
import { project } from './bench/project.js';
import { expect, open, prefer, test } from './fixtures.js';

const ORIGIN = 'http://127.0.0.1:8187';
const ROUNDS = 40;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const spread = (values) => `${values.toSorted((a, b) => a - b)[Math.floor(values.length / 10)].toFixed(1)} to ${values.toSorted((a, b) => a - b)[Math.floor((values.length * 9) / 10)].toFixed(1)} ms`;

/** Runs both in turns and returns the ratio of their medians. */
const compare = async (name, goal, ours, yardstick) => {
  const [own, other] = [[], []];
  for (let round = 0; round < ROUNDS + 5; round += 1) {
    const [a, b] = [await ours(round), await yardstick(round)];
    if (round >= 5) {
      own.push(a);
      other.push(b);
    }
  }
  const ratio = median(own) / median(other);
  console.log(`${name}: ${ratio.toFixed(2)} × (goal at most ${goal} ×); ours ${median(own).toFixed(1)} ms, ${spread(own)}; yardstick ${median(other).toFixed(1)} ms, ${spread(other)}`);
  return { name, ratio: Number(ratio.toFixed(2)), goal };
};

/** From a key press to the end of the work it causes: script, styles and layout. */
const work = (key) => async (page) =>
  page.evaluate(async (key) => {
    const cell = document.activeElement;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const start = performance.now();
    cell.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    for (let turn = 0; turn < 20; turn += 1) await null;
    document.body.getBoundingClientRect();
    return performance.now() - start;
  }, key);

/** From a key press to the frame that shows it. */
const frame = (key) => async (page) =>
  page.evaluate(async (key) => {
    const cell = document.activeElement;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const start = performance.now();
    cell.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await new Promise((done) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); }));
    return performance.now() - start;
  }, key);

/** Scrolls for two seconds, three rows a frame, and counts frames that came late. */
const late = (page, selector) =>
  page.evaluate(async (selector) => {
    const place = document.querySelector(selector);
    const gaps = [];
    let before = await new Promise(requestAnimationFrame);
    const end = before + 2000;
    while (before < end) {
      place.scrollTop = (place.scrollTop + 102) % (place.scrollHeight - place.clientHeight);
      const now = await new Promise(requestAnimationFrame);
      gaps.push(now - before);
      before = now;
    }
    return { late: gaps.filter((gap) => gap > 25).length, frames: gaps.length };
  }, selector);

test('speed against yardsticks', async ({ page, context }) => {
  test.setTimeout(600_000);
  await prefer(page, 'en');
  await open(page, '#/import');
  await page.locator('#import-file').setInputFiles({ name: 'large.json', mimeType: 'application/json', buffer: Buffer.from(project()) });
  await page.getByRole('button', { name: /as a new project/i }).click();
  await expect(page.locator('.next')).toBeVisible();
  const home = new URL(page.url()).hash;
  const figures = [];

  await open(page, `${home}/team/raci`);
  const grid = await context.newPage();
  await grid.goto(`${ORIGIN}/bench/grid.html`);
  for (const place of [page, grid]) {
    await place.bringToFront();
    await place.locator('[data-cell="0-0"]').focus();
  }
  const keys = (round) => (round % 2 ? 'a' : 'i');
  const on = (place, measure) => async (round) => {
    await place.bringToFront();
    return measure(round)(place);
  };
  figures.push(await compare('letter in 200×50, work', 1.2, on(page, (round) => work(keys(round))), on(grid, (round) => work(keys(round)))));
  figures.push(await compare('letter in 200×50, to the next frame', 1.2, on(page, (round) => frame(keys(round))), on(grid, (round) => frame(keys(round)))));
  const arrows = (round) => (round % 2 ? 'ArrowUp' : 'ArrowDown');
  figures.push(await compare('arrow in 200×50, work', 1.2, on(page, (round) => work(arrows(round))), on(grid, (round) => work(arrows(round)))));
  await page.bringToFront();
  const ours = await late(page, '.grid-place');
  await grid.bringToFront();
  const yardstick = await late(grid, '.place');
  console.log(`scrolling 200×50: ${ours.late} of ${ours.frames} frames late; yardstick ${yardstick.late} of ${yardstick.frames}`);
  figures.push({ name: 'late frames while scrolling 200×50', late: ours.late, frames: ours.frames, yardstick: yardstick.late, goal: 0 });

  await page.bringToFront();
  await open(page, `${home}/performance/kpis`);
  await expect(page.locator('.panels svg')).toHaveCount(12);
  const charts = await context.newPage();
  await charts.goto(`${ORIGIN}/bench/charts.html`);
  const redraw = (round) => (place) =>
    place.evaluate(async (round) => {
      // One reading changes; every panel reads the same section and is drawn anew.
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const start = performance.now();
      if (window.redraw) window.redraw(round);
      else {
        const field = document.querySelector('table.readings input, table input.number, table input[type=text]');
        field.value = String(80 + (round % 7));
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      for (let turn = 0; turn < 20; turn += 1) await null;
      document.body.getBoundingClientRect();
      return performance.now() - start;
    }, round);
  figures.push(await compare('redraw of 12 charts, work', 0.8, on(page, redraw), on(charts, redraw)));

  const chromium = context.browser().version();
  writeFileSync(new URL('bench/figures.json', import.meta.url), `${JSON.stringify({ date: new Date().toISOString().slice(0, 10), chromium, figures }, null, 1)}\n`);
});
