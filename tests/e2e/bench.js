// Speed as ratios to yardsticks measured in the same run, in turns. It reports and never fails: machines differ.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { cpus, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { probe } from './bench/probe.js';
import { KPIS, MONTHS, project } from './bench/project.js';
import { against, compare, compareScrolling, ofFrame } from './bench/turns.js';
import { expect, open, ORIGIN, prefer, test } from './fixtures.js';

const BENCH = `${ORIGIN}/bench`;

/** Takes the large project in as a user would and returns the start of its addresses. */
const takeIn = async (page, features) => {
  await open(page, '#/import');
  await page.locator('#import-file').setInputFiles({ name: 'large.json', mimeType: 'application/json', buffer: Buffer.from(project(features)) });
  await page.getByRole('button', { name: /as a new project/i }).click();
  await expect(page.locator('.next')).toBeVisible();
  return new URL(page.url()).hash;
};

/** Makes a measurement of what an act does in a page. */
const on = (page, act, prepare) => async (turn) => {
  await page.bringToFront();
  await prepare?.(turn);
  return page.evaluate(act, turn);
};

/** Measures what an act takes of a frame, its drawing included. */
const framed = async (name, goal, measure) => {
  const taken = [];
  for (let turn = 0; turn < 40; turn += 1) taken.push(await measure(turn));
  return ofFrame(name, goal, taken.slice(8).map(({ drawn }) => drawn));
};

const grids = async (page, yardstick, home) => {
  for (const place of [page, yardstick]) {
    await place.bringToFront();
    await place.evaluate(probe);
    await place.locator('[data-cell="0-0"]').focus();
  }
  const both = (name, act) => compare(name, ['frame', 1.2], on(page, act), on(yardstick, act));
  const letter = (turn) => window.press(turn % 2 ? 'a' : 'i');
  const arrow = (turn) => window.press(turn % 2 ? 'ArrowUp' : 'ArrowDown');
  const opened = (place, away, act, selector) => async () => {
    await place.bringToFront();
    await away();
    const ms = await place.evaluate(([act, selector]) => window.until(() => (act ? (location.hash = act) : window.build()), selector), [act, selector]);
    return { frame: ms };
  };
  const away = async () => {
    await page.evaluate((path) => (location.hash = path), `${home}/team/people`);
    await expect(page.locator('.raci-grid')).toHaveCount(0);
  };
  const first = '[data-cell="0-0"]';
  const scrolled = (place, selector) => on(place, (name) => window.scroll(name)).bind(null, selector);
  return [
    ...(await both('letter in 200×50', letter)),
    ...(await both('arrow in 200×50', arrow)),
    ...(await compare('opening 200×50', ['frame', 1.2], opened(page, away, `${home}/team/raci`, first), opened(yardstick, () => yardstick.evaluate(() => window.close()), '', first))),
    await compareScrolling('scrolling 200×50', scrolled(page, '.grid-place'), scrolled(yardstick, '.place')),
  ];
};

/** Measures how long the main thread of a page worked until what an act changes is painted. */
const onMainThread = async (page, act) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const worked = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  return async (turn) => {
    await page.bringToFront();
    const before = await worked();
    await page.evaluate(act, turn);
    return { busy: (await worked()) - before };
  };
};

/** 24 indicators over 60 months of six vendors. */
const charts = async (page, yardstick) => {
  await expect(page.locator('.panels svg')).toHaveCount(KPIS);
  for (const place of [page, yardstick]) await place.evaluate(probe);
  /** Types into the field of an indicator and the last month. */
  const type = (at) => async (turn) => {
    await page.bringToFront();
    return page.evaluate(
      ([at, value]) => {
        const field = document.querySelectorAll('table.readings tbody tr:last-child input')[at];
        return window.measure(() => {
          field.value = value;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        });
      },
      [at, String(80 + (turn % 7))],
    );
  };
  // The chart of the last indicator waits for its turn: what is measured is the page without any chart.
  const ready = await framed('one reading typed, the page ready but for its charts, work and drawing', 1, type(KPIS - 1));

  const heads = ['', ...Array.from({ length: KPIS }, (_, kpi) => `KPI ${kpi + 1}`)].join('\t');
  const take = await onMainThread(page, () => {
    const button = document.querySelector('.intake .actions .button.primary');
    return window.painted(() => button.click(), document.querySelectorAll('.panels .figure-picture'));
  });
  // No reading is the same as before: every chart is drawn anew.
  const paste = async (turn) => {
    await page.bringToFront();
    await page.locator('.paste-in textarea').fill(`${heads}\n${MONTHS.at(-1)}${`\t${70.4 + (turn % 7)}`.repeat(KPIS)}`);
    return take(turn);
  };
  const usual = await onMainThread(page, () => {
    const box = document.querySelector('.kpi-usual input');
    return window.painted(() => box.click(), document.querySelectorAll('.panels .figure-picture'));
  });
  const redrawn = await onMainThread(yardstick, (turn) => window.painted(() => window.redraw(70 + (turn % 7))));
  const banded = await onMainThread(yardstick, (turn) => window.painted(() => window.band(turn % 2 === 0)));
  return [
    ready,
    ...(await compare('one reading typed, its chart redrawn', undefined, type(0), on(yardstick, (turn) => window.measure(() => window.redraw(80 + (turn % 7), 1))))),
    // The whole page follows what was pasted, its tables too.
    ...(await compare(`a month pasted, ${KPIS} charts redrawn`, undefined, paste, redrawn)),
    // Here nothing but the charts changes.
    ...(await compare(`what is usual shown in ${KPIS} charts`, ['busy', 0.8], usual, banded)),
  ];
};

/** All weights changed on the page of the decision, 20 vendors × 30 criteria, with the second opinions closed and open. */
const decide = async (page) => {
  await expect(page.locator('.rank-bars > li')).toHaveCount(20);
  await page.evaluate(probe);
  const spread = page.getByRole('button', { name: 'Spread evenly' });
  await spread.evaluate((button) => (window.spread = button));
  const change = (turn) =>
    window.measure(() => {
      if (turn % 2) document.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }));
      else window.spread.click();
    });
  const rounds = (name) => framed(name, 1, (turn) => page.evaluate(change, turn));
  const closed = await rounds('all weights changed on Decide 20 × 30, work and drawing');
  await page.locator('#c-lab > summary').click();
  await expect(page.locator('.opinion').nth(5)).toBeVisible({ timeout: 60_000 });
  return [closed, await rounds('the same with the second opinions open')];
};

/** A key typed into one of 500 features, and the way to their page. */
const features = async (page, home) => {
  await expect(page.locator('.ledger > tbody')).toHaveCount(500);
  await page.evaluate(probe);
  await page.locator('[id="c-F-250"] .ledger-name').click();
  await page.locator('[id="c-F-250"] textarea').nth(1).evaluate((field) => (window.field = field));
  const type = (turn) =>
    window.measure(() => {
      window.field.value += String(turn % 10);
      window.field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  const go = ([path, selector]) => window.until(() => (location.hash = path), selector);
  const typed = await framed('a key typed into one of 500 features, work and drawing', 3, (turn) => page.evaluate(type, turn));
  const reached = async (name, goal, line) => {
    const taken = [];
    for (let turn = 0; turn < 12; turn += 1) {
      await page.evaluate((path) => (location.hash = path), `${home}/requirements/goals`);
      await expect(page.locator('.ledger > tbody')).not.toHaveCount(500);
      taken.push(await page.evaluate(go, [`${home}/requirements/scope`, `.ledger > tbody:nth-of-type(${line})`]));
      await expect(page.locator('.ledger > tbody')).toHaveCount(500);
    }
    return ofFrame(name, goal, taken.slice(2));
  };
  return [
    typed,
    // Two hundred milliseconds are what still feels at once.
    await reached('from goals to 500 features, until a page full of them is painted', 12, 40),
    await reached('from goals to 500 features, until the last of them is painted', 12, 500),
  ];
};

/** The laboratory's draws against typed arrays in the same page and against numpy in the same minute. */
const sampling = async (page) => {
  await page.waitForFunction(() => window.typed);
  const rounds = { wasm: [], typed: [] };
  for (let turn = 0; turn < 30; turn += 1) {
    rounds.typed.push((await page.evaluate(() => window.typed())).ms);
    rounds.wasm.push((await page.evaluate((seed) => window.wasm(seed), turn)).ms);
  }
  // Both count the same thing: the shares of the first rank agree within the spread of ten thousand draws.
  const [ours, theirs] = await page.evaluate(() => [window.wasm(1).result, window.typed().result]);
  ours.forEach((share, at) => expect(Math.abs(share - theirs[at])).toBeLessThan(0.03));
  const cold = await page.evaluate(() => window.cold);
  const name = 'sampling 20 × 30 × 10,000';
  const figures = [against(`${name}, against typed arrays`, 0.2, rounds.wasm, rounds.typed)];
  const numpy = spawnSync('python3', [new URL('bench/sampling.py', import.meta.url).pathname], { encoding: 'utf8' });
  if (numpy.status === 0) figures.push(against(`${name}, against numpy`, 0.5, rounds.wasm, numpy.stdout.trim().split('\n').map(Number)));
  else console.log(`${name}: numpy is not there to compare with`);
  console.log(`${name}: the first call of a cold page took ${cold.toFixed(1)} ms`);
  return figures;
};

/** A history of 50,000 tickets against a native build of the same code, and how long the page stood still meanwhile. */
const history = async (page, home) => {
  const row = (at) => {
    const day = String(5 + (at % 5)).padStart(2, '0');
    return `A-${at},P${at % 4},2026-01-${day} 09:00,2026-01-${day} 09:${String(at % 60).padStart(2, '0')},2026-01-${day} 1${at % 8}:30`;
  };
  const table = ['Key,Priority,Created,First response,Resolved', ...Array.from({ length: 50_000 }, (_, at) => row(at))].join('\n');
  await open(page, `${home}/collaboration/response`);
  await page.getByText('Usual targets', { exact: true }).click();
  await page.getByRole('button', { name: /^Tighter/ }).click();
  await open(page, `${home}/collaboration/log`);
  await page.getByLabel('Paste here').evaluate((field, text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, table);
  // The table is read in steps first.
  await page.getByRole('button', { name: 'Evaluate' }).waitFor({ timeout: 60_000 });
  const evaluate = () => {
    const button = [...document.querySelectorAll('.button.primary')].find(({ textContent }) => textContent.trim() === 'Evaluate');
    const still = { longest: 0 };
    const watch = new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (still.longest = Math.max(still.longest, duration))));
    watch.observe({ type: 'longtask' });
    const begun = performance.now();
    button.click();
    return new Promise((resolve) => {
      const look = () => {
        if (document.querySelector('.evaluation progress') || !document.querySelector('.history-causes')) return setTimeout(look, 5);
        watch.disconnect();
        resolve({ ms: performance.now() - begun, longest: still.longest });
      };
      setTimeout(look, 5);
    });
  };
  const taken = [];
  for (let turn = 0; turn < 6; turn += 1) taken.push(await page.evaluate(evaluate));
  const name = 'a history of 50,000 tickets';
  const longest = Math.max(...taken.map(({ longest }) => longest));
  console.log(`${name}: the page stood still for ${longest.toFixed(0)} ms at most`);
  const file = join(mkdtempSync(join(tmpdir(), 'halfseal-')), 'history.csv');
  writeFileSync(file, table);
  const native = spawnSync('cargo', ['run', '--release', '--quiet', '--package', 'halfseal-bench', '--example', 'history', file, '6'], { encoding: 'utf8' });
  if (native.status !== 0) {
    console.log(`${name}: no native build to compare with`);
    return [];
  }
  const rounds = native.stdout.trim().split('\n').map((line) => Number(line.split(' ')[0]));
  // The first round loads the worker.
  return [against(`${name}, against a native build`, 3, taken.slice(1).map(({ ms }) => ms), rounds.slice(1))];
};

test('speed against yardsticks', async ({ page, context }) => {
  test.setTimeout(900_000);
  await prefer(page, 'en');
  const home = await takeIn(page);
  const yardstick = await context.newPage();

  await open(page, `${home}/team/raci`);
  await yardstick.goto(`${BENCH}/grid.html`);
  const figures = await grids(page, yardstick, home);

  await open(page, `${home}/performance/kpis`);
  await yardstick.goto(`${BENCH}/charts.html`);
  figures.push(...(await charts(page, yardstick)));

  await open(page, `${home}/vendors/decide`);
  await page.bringToFront();
  figures.push(...(await decide(page)));

  figures.push(...(await history(page, home)));

  const large = await context.newPage();
  await prefer(large, 'en');
  const written = await takeIn(large, 500);
  await open(large, `${written}/requirements/scope`);
  await large.bringToFront();
  figures.push(...(await features(large, written)));
  await large.close();

  const machine = `${platform()}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, no graphics processor`;
  await yardstick.goto(`${BENCH}/sampling.html`);
  figures.push(...(await sampling(yardstick)));

  const about = { date: new Date().toISOString().slice(0, 10), chromium: context.browser().version(), machine };
  writeFileSync(new URL('bench/figures.json', import.meta.url), `${JSON.stringify({ ...about, figures }, null, 1)}\n`);
});
