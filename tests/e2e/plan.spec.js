// The plan of working together: sites and the hours they share, meetings and their calendar file, tools and tasks for
// other programs, milestones and quality with what flows into KPIs.
import { readFile } from 'node:fs/promises';
import { expect, item, open, ownProject, prefer, sample, saved, test, violations } from './fixtures.js';

/** A day all tests share; only the date stands still, timers run. */
const onDay = (page) => page.clock.setFixedTime(new Date('2026-11-20T10:00:00'));

/** Reads the events of a calendar file: their values by name, keyed by UID. */
const events = (text) => {
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  const found = new Map();
  let event = null;
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') event = {};
    else if (line === 'END:VEVENT') found.set(event.UID, event);
    else if (event) event[line.split(/[;:]/)[0]] = line.slice(line.indexOf(':') + 1);
  }
  return found;
};

/** Adds a site of each side with its zone. */
const bothSites = async (page, home) => {
  await open(page, `${home}/collaboration/sites`);
  await page.getByRole('button', { name: 'Add one site for each side' }).click();
  for (const [number, zone] of [['WS-1', 'Europe/Berlin'], ['WS-2', 'Asia/Kolkata']]) {
    await open(page, `${home}/collaboration/sites?sel=${number}`);
    await item(page, number).getByLabel('Time zone', { exact: true }).selectOption(zone);
  }
};

test('two sites show in words and as strips when both work, and what was mistyped is said', async ({ page }) => {
  await onDay(page);
  await prefer(page, 'en');
  const home = await ownProject(page);
  await bothSites(page, home);
  const strips = page.locator('.overlap-strip figcaption');
  await expect(strips).toHaveCount(2);
  await expect(strips.nth(0)).toContainText('Winter');
  await expect(strips.nth(0)).toContainText('both work 3.5 h');
  await expect(strips.nth(0)).toContainText('semi-collaborative');
  await expect(strips.nth(1)).toContainText('both work 4 h');
  await expect(strips.nth(1)).toContainText('real-time');
  // The picture says the same to whoever cannot see it.
  await expect(page.getByRole('img', { name: /Winter.*both work 3.5 h/ })).toHaveCount(1);
  const site = item(page, 'WS-2');
  const days = site.getByLabel('Days off, one day or run of days a line');
  await days.fill('2026-12-24 ~ 2026-12-26 Christmas\n2026-13-01');
  await expect(site.locator('.field-error', { hasText: 'line 2: “2026-13-01” is no date' })).toBeVisible();
  await expect(days).toHaveValue('2026-12-24 ~ 2026-12-26 Christmas\n2026-13-01');
  await expect(site).toContainText('3 days');
  await site.getByLabel('Working hours with breaks').fill('10:00-19:00, 25:00-26:00');
  await expect(site.locator('.field-error', { hasText: 'part 2: “25:00-26:00”' })).toBeVisible();
  await site.getByLabel('Working hours with breaks').fill('10:00-19:00');
  await expect(strips.nth(0)).toContainText('both work 4.5 h');
  expect(await violations(page)).toEqual([]);
});

test('holidays of a country come with their source and add nothing twice', async ({ page }) => {
  await prefer(page, 'zh');
  const home = await ownProject(page);
  await open(page, `${home}/collaboration/sites`);
  await page.getByRole('button', { name: '添加地点' }).click();
  const site = item(page, 'WS-1');
  const take = async () => {
    await site.locator('summary', { hasText: '加入国家法定假日' }).click();
    await site.getByRole('button', { name: '中国 2026' }).click();
  };
  await take();
  await expect(site.getByLabel('休息日的来源和年份')).toHaveValue('国办发明电〔2025〕7号 (2026)');
  await expect(site.getByLabel('休息日，一行一个或一段')).toHaveValue(/2026-10-01 ~ 2026-10-07/);
  await expect(site.getByLabel('调休上班日，一行一个')).toHaveValue(/2026-10-10/);
  await take();
  await expect(site.getByLabel('休息日的来源和年份')).toHaveValue('国办发明电〔2025〕7号 (2026)');
});

test('a meeting skips days off, and a calendar file saved again updates the same events', async ({ page }) => {
  test.setTimeout(90_000);
  await onDay(page);
  await prefer(page, 'en');
  const home = await ownProject(page);
  await bothSites(page, home);
  await item(page, 'WS-2').getByLabel('Days off, one day or run of days a line').fill('2026-12-01');
  await open(page, `${home}/collaboration/cadence`);
  await page.getByRole('button', { name: 'Add a meeting' }).click();
  const meeting = item(page, 'W-1');
  await meeting.getByLabel('Meeting', { exact: true }).fill('Weekly review');
  await meeting.getByLabel('A date it is held on').fill('2026-11-24');
  await meeting.getByLabel('Starts at').fill('10:00');
  await meeting.getByLabel('Lasts, min').fill('45');
  await expect(meeting).toContainText('Choose the site whose time it is');
  await meeting.getByLabel('By the clock of').selectOption({ label: 'WS-1 Client office' });
  await expect(meeting).toContainText('Tue 10:00–10:45 · Client office');
  await expect(meeting.locator('.ahead li')).toHaveText([
    '2026-11-24 Tue', '2026-12-02 Wed, moved from 2026-12-01 Tue: a side is off', '2026-12-08 Tue', '2026-12-15 Tue',
  ]);
  expect(await violations(page)).toEqual([]);
  const text = await readFile(await saved(page, 'Save as calendar file (.ics)'), 'utf8');
  expect(text).toContain('TZID:Europe/Berlin');
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const before = events(text);
  expect([...before.values()].map((one) => one.DTSTART)).toEqual(expect.arrayContaining(['20261124T100000', '20261202T100000']));
  expect([...before.values()].every((one) => one.SUMMARY === 'Weekly review' && one.STATUS === 'CONFIRMED')).toBe(true);
  // Held on Wednesdays from now on: the same events at another time.
  await page.clock.setFixedTime(new Date('2026-11-20T10:05:00'));
  await meeting.getByLabel('A date it is held on').fill('2026-11-25');
  await expect(meeting.locator('.ahead li').first()).toHaveText('2026-11-25 Wed');
  const after = events(await readFile(await saved(page, 'Save as calendar file (.ics)'), 'utf8'));
  for (const [uid, event] of before) {
    expect(after.has(uid)).toBe(true);
    expect(Number(after.get(uid).SEQUENCE)).toBeGreaterThan(Number(event.SEQUENCE));
  }
});

test('the words of an older file are shown until a start is set', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/collaboration/cadence?sel=W-1`);
  const meeting = item(page, 'W-1');
  const words = meeting.getByLabel('Day and time, in words of an older file; a start replaces it');
  await expect(words).toHaveCount(0);
  await meeting.getByLabel('Starts at').fill('');
  await expect(words).toHaveValue('Tue 10:00 CET');
  await expect(meeting.locator('.ledger-line')).toContainText('Tue 10:00 CET');
  await meeting.getByLabel('Starts at').fill('09:30');
  await expect(words).toHaveCount(0);
  await expect(meeting.locator('.ledger-line')).toContainText('Tue 09:30–10:15 · Berlin office');
});

test('the usual tools add nothing twice, and tasks go out in the columns of three programs', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/collaboration/channels`);
  const usual = page.getByRole('button', { name: 'Add the six usual ones' });
  await usual.click();
  await expect(item(page, 'CH-10')).toBeVisible();
  await usual.click();
  await expect(item(page, 'CH-11')).toHaveCount(0);
  await expect(page.getByLabel(/^Decisions:/)).toHaveValue(/decision log/);
  const heads = {
    Jira: 'Summary,Description,Assignee,Due Date,Priority,Issue Type,Labels,Labels',
    Trello: 'Card Name,Card Description,List Name,Due Date,Labels,Members',
    Asana: 'Name,Description,Assignee,Due Date,Section/Column,Tags',
  };
  for (const [tracker, head] of Object.entries(heads)) {
    const text = await readFile(await saved(page, `Save as CSV for ${tracker}`), 'utf8');
    expect(text.split('\r\n')[0]).toBe(head);
    expect(text).toContain('M-2 Scheme certification');
    expect(text).toContain('2027-06-15');
    expect(text).not.toContain('Scope frozen');
  }
  expect(await violations(page)).toEqual([]);
});

test('a late milestone asks for a recovery, and its month flows into a KPI', async ({ page }) => {
  test.setTimeout(90_000);
  await onDay(page);
  await prefer(page, 'en');
  const home = await ownProject(page);
  await open(page, `${home}/vendors`);
  await page.getByRole('button', { name: 'Add a vendor' }).click();
  await item(page, 'V-1').getByLabel('Name').fill('Brightdesk');
  await open(page, `${home}/collaboration/milestones`);
  await page.getByRole('button', { name: 'Add a milestone' }).click();
  const milestone = item(page, 'M-1');
  await milestone.getByLabel('Milestone', { exact: true }).fill('First release');
  await milestone.getByLabel('Planned', { exact: true }).fill('2026-10-05');
  await expect(milestone).toContainText('46 days overdue');
  await expect(milestone).toContainText('write what is done about it');
  await milestone.getByLabel('Accepted on', { exact: true }).fill('2026-10-05');
  await expect(milestone).not.toContainText('write what is done about it');
  await page.getByRole('button', { name: 'Make it a KPI' }).click();
  await expect(page.locator('.feeding')).toContainText('goes into K-1 Milestones on time');
  await page.getByRole('button', { name: 'Enter 1 month in K-1' }).click();
  await expect(page.locator('.feeding')).toContainText('it holds them all');
  await expect(page.getByRole('button', { name: 'Make it a KPI' })).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
});

test('what passes at the first try opens to its numbers, and overdue rework is said in words', async ({ page }) => {
  await onDay(page);
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/collaboration/quality`);
  await expect(page.locator('.yields tfoot')).toContainText('76.53 %');
  await expect(page.locator('.yields tbody tr')).toHaveCount(3);
  const computed = page.locator('.calculation').first();
  await computed.locator('summary').click();
  await expect(computed.locator('.formula')).toHaveText('85.71 % × 92.86 % × 96.15 % = 76.53 %');
  await expect(computed).toContainText('84 / 98');
  await expect(item(page, 'RW-2')).toContainText('7 days overdue');
  await open(page, `${home}/collaboration/quality?sel=QC-01`);
  const record = item(page, 'QC-01');
  await record.getByLabel('Passed first time', { exact: true }).fill('99');
  await expect(record).toContainText('Not counted: more passed than were checked');
  await expect(page.locator('.yields tfoot')).not.toContainText('76.53 %');
  expect(await violations(page)).toEqual([]);
});

test('who checks twice, or checks what they make, is said with the way to it', async ({ page }) => {
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/collaboration/quality`);
  await expect(page.locator('.finding')).toHaveText(/three different roles/);
  await expect(page.locator('.check-gaps')).toHaveCount(0);
  await open(page, `${home}/collaboration/quality?sel=4.3.3`);
  await item(page, '4.3.3').getByLabel('Who checks').selectOption({ label: 'P-11 Testers' });
  const gaps = page.locator('.check-gaps');
  await expect(gaps).toContainText('The peer check and the specialist check are both done by Testers');
  expect(await violations(page)).toEqual([]);
  await item(page, '4.3.3').getByLabel('Who checks').selectOption({ label: 'P-10 Developers' });
  await expect(gaps).toContainText('The specialist check is done by Developers, also responsible for T-08');
  await gaps.getByRole('link', { name: /^Look at T-/ }).click();
  await expect(page.locator('[data-cell]:focus')).toHaveCount(1);
});
