// The issue log: clocks in working time that outlast a reload and another zone of the machine; tickets from elsewhere.
import { expect, item, open, ORIGIN, ownProject, prefer, sample, test, violations } from './fixtures.js';

/** Pastes into the place for tables, as a spreadsheet does. */
const paste = (page, text) =>
  page.getByLabel('Paste here').evaluate((field, text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

const saved = (page) => expect(page.locator('.save-state')).toContainText('Saved');

/** Makes a project whose P0 and P1 have the tighter targets and count in office hours of Shanghai. */
const withLevels = async (page) => {
  const home = await ownProject(page);
  await open(page, `${home}/collaboration/response`);
  await page.getByText('Usual targets', { exact: true }).click();
  await page.getByRole('button', { name: /^Tighter/ }).click();
  await expect(item(page, 'L-4')).toBeVisible();
  await page.getByRole('button', { name: 'Add a calendar' }).click();
  const calendar = item(page, 'WH-1');
  await calendar.getByLabel('Name', { exact: true }).fill('Office');
  await calendar.getByLabel('Time zone').fill('Asia/Shanghai');
  for (const level of ['L-1', 'L-2']) {
    await item(page, level).locator('.ledger-name').click();
    await item(page, level).getByLabel('Counted in').selectOption({ label: 'WH-1 Office' });
  }
  return home;
};

test('usual targets add nothing twice, and working hours say what is wrong with them', async ({ page }) => {
  await prefer(page, 'en');
  await withLevels(page);
  await page.getByText('Usual targets', { exact: true }).click();
  await page.getByRole('button', { name: /^Tighter/ }).click();
  await expect(page.locator('[id^="c-L-"]')).toHaveCount(4);
  await expect(item(page, 'L-1').locator('.ledger-line')).toContainText('15 working min');

  const calendar = item(page, 'WH-1');
  if (!(await calendar.getByLabel('Monday').isVisible())) await calendar.locator('.ledger-name').click();
  await calendar.getByLabel('Monday').fill('09:00-12:00 11:00-18:00');
  await expect(calendar).toContainText('Monday · two spans overlap');
  await calendar.getByLabel('Monday').fill('nine to five');
  await expect(calendar).toContainText('“nine” is not read');
  // What is not read is kept while the form is closed.
  await calendar.locator('.ledger-name').click();
  await calendar.locator('.ledger-name').click();
  await expect(calendar.getByLabel('Monday')).toHaveValue('nine to five');
  await expect(calendar).toContainText('What is not read is kept as it is');
  await calendar.getByLabel('Monday').fill('08:00-16:00');
  await calendar.getByRole('button', { name: 'Tuesday to Friday like Monday' }).click();
  await expect(calendar.getByLabel('Friday')).toHaveValue('08:00-16:00');
  await calendar.getByLabel('Make-up days, one per line').fill('2026-10-10 09:00-18:00');
  await calendar.getByLabel('Holidays, one per line').fill('2026-10-01\n2026-10-10');
  await expect(calendar).toContainText('2026-10-10 · is a holiday and a make-up day');
  await calendar.getByLabel('Time zone').fill('Shangh');
  await expect(calendar).toContainText('perhaps Asia/Shanghai?');
  await calendar.getByLabel('Time zone').fill('asia/shanghai');
  await expect(calendar.locator('.ledger-line')).toContainText('Asia/Shanghai');
  await expect(calendar).toContainText('Counted by it: P0, P1');

  const level = item(page, 'L-1');
  await level.locator('.ledger-name').click();
  await level.getByRole('button', { name: 'Add a step' }).click();
  await level.getByLabel('After, min').fill('45');
  await expect(level.getByLabel('After, min')).toHaveValue('45');
  await expect(level).toContainText('Goes up 45 working min after the report');
  expect(await violations(page)).toEqual([]);
});

test('an issue is paused, raised and solved; its clock outlasts a reload and another zone', async ({ page, browser, context }) => {
  await prefer(page, 'en');
  // Monday, 9:00 in Shanghai.
  await page.clock.setFixedTime('2026-01-12T01:00:00Z');
  const home = await withLevels(page);
  await open(page, `${home}/collaboration/log`);
  await page.getByRole('button', { name: 'Note an issue' }).click();
  const issue = item(page, 'LT-1');
  const line = issue.locator('.ledger-line');
  await issue.getByLabel('What it is about').fill('Printer down');
  await expect(line).toContainText('answer 2026-01-12 09:15 Asia/Shanghai');
  await expect(line).toContainText('15 min left');

  await page.clock.setFixedTime('2026-01-12T01:10:00Z');
  await issue.getByRole('button', { name: 'Answer', exact: true }).click();
  // Four hours, of which the break at noon is none.
  await expect(line).toContainText('solve 2026-01-12 14:00 Asia/Shanghai');

  await page.clock.setFixedTime('2026-01-12T01:30:00Z');
  await issue.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(issue).toContainText('Say what it waits for to pause it.');
  await issue.getByLabel('Note, for example what it waits for').fill('Waits for a part');
  await issue.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(line).toContainText('Paused');
  await expect(line).toContainText('set once it goes on');

  await page.clock.setFixedTime('2026-01-12T02:30:00Z');
  await issue.getByRole('button', { name: 'Go on', exact: true }).click();
  await expect(line).toContainText('solve 2026-01-12 15:00 Asia/Shanghai');

  // Eight hours from the first report on, and the hour of the pause is kept.
  await issue.getByLabel('Level', { exact: true }).selectOption({ index: 1 });
  await issue.getByRole('button', { name: 'Change the level' }).click();
  await expect(line).toContainText('P1');
  await expect(line).toContainText('solve 2026-01-13 10:00 Asia/Shanghai');

  // Solved at an instant that is typed.
  await page.clock.setFixedTime('2026-01-12T08:00:00Z');
  await issue.getByLabel('When (Asia/Shanghai); empty is now').fill('2026-01-12T11:00');
  await issue.getByRole('button', { name: 'Solve', exact: true }).click();
  await expect(line).toContainText('Solved');
  await issue.locator('.clock-of').nth(1).getByText('How this was computed').click();
  await expect(issue.locator('.clock-of').nth(1)).toContainText('8 h − 1 h = 7 h left');
  await expect(issue.locator('.events tbody tr')).toHaveCount(6);
  expect(await violations(page)).toEqual([]);

  const before = await line.innerText();
  await saved(page);
  await page.reload();
  await expect(line).toHaveText(/Printer down/);
  expect(await line.innerText()).toBe(before);

  const elsewhere = await browser.newContext({
    baseURL: `${ORIGIN}/halfseal/`,
    timezoneId: 'America/Los_Angeles',
    storageState: await context.storageState(),
  });
  const other = await elsewhere.newPage();
  await other.clock.setFixedTime('2026-01-12T08:00:00Z');
  await open(other, `${home}/collaboration/log`);
  await expect(item(other, 'LT-1').locator('.ledger-line')).toHaveText(/Printer down/);
  expect(await item(other, 'LT-1').locator('.ledger-line').innerText()).toBe(before);
  await elsewhere.close();

  await issue.locator('.ledger-name').click();
  await issue.getByRole('button', { name: 'Reopen', exact: true }).click();
  await expect(line).toContainText('Running');
});

test('what cannot be is said where it stands and loses nothing', async ({ page }) => {
  await prefer(page, 'en');
  await page.clock.setFixedTime('2026-01-12T01:00:00Z');
  const home = await withLevels(page);
  await open(page, `${home}/collaboration/log`);
  await page.getByRole('button', { name: 'Note an issue' }).click();
  const issue = item(page, 'LT-1');
  await issue.getByLabel('What it is about').fill('Printer down');
  // Solved before it was reported.
  await issue.getByLabel('When (Asia/Shanghai); empty is now').fill('2026-01-12T08:00');
  await issue.getByRole('button', { name: 'Solve', exact: true }).click();
  await expect(issue.locator('.events')).toContainText('before the report: left aside');
  await expect(issue.locator('.ledger-line')).toContainText('Running');

  // The level is taken out: the issue stays and asks for another one.
  await open(page, `${home}/collaboration/response`);
  const level = item(page, 'L-1');
  await level.locator('.ledger-name').click();
  await expect(level).toContainText('1 issue is counted by this level');
  await level.getByRole('button', { name: 'Remove L-1' }).click();
  await open(page, `${home}/collaboration/log`);
  await expect(issue.locator('.ledger-line')).toContainText('Not counted');
  await issue.locator('.ledger-name').click();
  await expect(issue).toContainText('Choose a level');
  await issue.getByLabel('Level', { exact: true }).selectOption({ index: 0 });
  await issue.getByRole('button', { name: 'Change the level' }).click();
  await expect(issue.locator('.ledger-line')).toContainText('Running');
});

test('the time left goes down by the minute', async ({ page }) => {
  await prefer(page, 'en');
  const home = await withLevels(page);
  await page.clock.install({ time: '2026-01-12T01:00:00Z' });
  await open(page, `${home}/collaboration/log`);
  await page.getByRole('button', { name: 'Note an issue' }).click();
  await expect(item(page, 'LT-1').locator('.ledger-line')).toContainText('15 min left');
  // The line is written anew each minute of its own, so it may be up to a minute old.
  await page.clock.runFor('10:30');
  await expect(item(page, 'LT-1').locator('.ledger-line')).toContainText(/[456] min left/);
  await page.clock.runFor('11:00');
  await expect(item(page, 'LT-1').locator('.ledger-line')).toContainText('Running · late');
});

/** Rows of a history: solved after so many hours, on working days of January. */
const rows = (n) => {
  const row = (at) => {
    const day = String(5 + (at % 5)).padStart(2, '0');
    return `A-${at},P${at % 2},2026-01-${day} 09:00,2026-01-${day} 09:${String(at % 60).padStart(2, '0')},2026-01-${day} 1${at % 8}:30`;
  };
  return Array.from({ length: n }, (_, at) => row(at));
};
const HEADS = 'Key,Priority,Created,First response,Resolved';

test('a history of 2,000 tickets is evaluated, and what does not count is named', async ({ page }) => {
  await prefer(page, 'en');
  await page.clock.setFixedTime('2026-02-02T01:00:00Z');
  const home = await withLevels(page);
  await open(page, `${home}/collaboration/log`);
  const table = rows(1997);
  table.splice(100, 0, 'B-1,P0,yesterday,,', 'B-2,Urgent,2026-01-05 09:00,,', 'B-3,P0,2026-01-05 09:00,,2026-01-04 09:00');
  await paste(page, `${HEADS}\n${table.join('\n')}\n`);
  await expect(page.getByText('Pasted table: 2000 rows, 5 columns.')).toBeVisible();
  await expect(page.getByLabel('Column 3 Created')).toHaveValue('3');
  await expect(page.getByLabel('“Urgent” stands for')).toBeVisible();
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
  const causes = page.locator('.history-causes');
  await expect(causes).toContainText('“Reported at” is no date with a time of day: 1 row');
  await expect(causes).toContainText('row 102 “yesterday”');
  await expect(causes).toContainText('No level fits: 1 row');
  await expect(causes).toContainText('“Solved at” lies before the report: 1 row');
  await expect(page.getByText('1997 tickets count;')).toBeVisible();
  await expect(page.getByText('up to 500 issues')).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.getByLabel('“Urgent” stands for').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
  await expect(page.getByText('1998 tickets count;')).toBeVisible();
  await page.getByRole('button', { name: 'Keep the figures' }).click();
  await expect(item(page, 'LH-1').locator('.ledger-line')).toContainText('2000');
  await saved(page);
  await page.reload();
  await item(page, 'LH-1').locator('.ledger-name').click();
  await expect(item(page, 'LH-1').locator('.log-figures tbody tr')).toHaveCount(4);
});

test('an event log is folded by ticket, and lines that cannot be are named', async ({ page }) => {
  await prefer(page, 'en');
  await page.clock.setFixedTime('2026-02-02T01:00:00Z');
  const home = await withLevels(page);
  await open(page, `${home}/collaboration/log`);
  const lines = [
    'Key,Timestamp,Event,Value',
    'A-1,2026-01-12 09:00,created,P0',
    'A-2,2026-01-12 09:00,created,P0',
    'A-1,2026-01-12 10:00,resolved,',
    'A-1,2026-01-12 11:00,reopened,',
    'A-1,2026-01-12 11:30,closed,',
    'A-2,2026-01-12 10:00,resumed,',
    'A-2,2026-01-12 11:00,assigned,Mia',
  ];
  await paste(page, lines.join('\n'));
  await expect(page.getByText('Each row is an event')).toBeVisible();
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
  await expect(page.getByText('1 ticket counts;')).toBeVisible();
  await expect(page.locator('.history-causes')).toContainText('say above what it is');
  await page.getByLabel('The event “assigned” is').selectOption({ label: 'Left aside' });
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
  await expect(page.getByText('2 tickets count;')).toBeVisible();
  await expect(page.locator('.history-causes')).toContainText('Resumed without a pause: add the pause: 1 row');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the rows left aside as CSV' }).click();
  expect((await download).suggestedFilename()).toContain('rows-left-aside');
  await page.getByRole('button', { name: 'Take 2 into the log' }).click();
  await expect(page.locator('[id^="c-LT-"]')).toHaveCount(2);
  expect(await violations(page)).toEqual([]);
});

test('a long history can be stopped, and a short one taken into the log once', async ({ page }) => {
  await prefer(page, 'en');
  await page.clock.setFixedTime('2026-02-02T01:00:00Z');
  const home = await withLevels(page);
  await open(page, `${home}/collaboration/log`);
  await paste(page, `${HEADS}\n${rows(50_000).join('\n')}`);
  await expect(page.getByText('50000 rows, 5 columns.')).toBeVisible();
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByText('Cancelled; nothing was kept.')).toBeVisible();
  await paste(page, `${HEADS}\n${rows(50_001).join('\n')}`);
  await expect(page.getByRole('alert')).toContainText('50001 rows are more than 50000');

  for (const said of ['3 issues were taken into the log.', '0 issues were taken into the log; 3 were there already']) {
    await paste(page, `${HEADS}\n${rows(3).join('\n')}`);
    await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
    await page.getByRole('button', { name: 'Take 3 into the log' }).click();
    await expect(page.getByText(said)).toBeVisible();
    await expect(page.locator('[id^="c-LT-"]')).toHaveCount(3);
  }
  // The figures of a month become readings.
  await page.getByLabel('Reported in').selectOption('2026-01');
  await expect(page.getByText('A vendor comes first')).toBeVisible();
});

test('the share of a month becomes a reading, and each share opens to its issues', async ({ page }) => {
  await prefer(page, 'en');
  await page.clock.setFixedTime('2026-11-20T08:00:00Z');
  const home = await sample(page);
  await open(page, `${home}/collaboration/log`);
  expect(await violations(page)).toEqual([]);
  await expect(page.locator('[id^="c-LT-"]')).toHaveCount(4);
  await page.getByLabel('Reported in').selectOption('2026-11');
  const all = page.locator('.log-figures tbody tr').last();
  await all.locator('summary').first().click();
  await expect(all.locator('.calculation-list, .calculation-body').first()).toContainText('LT-1');
  await page.getByLabel('Into which indicator').selectOption({ index: 0 });
  await page.locator('.to-kpi button').click();
  await open(page, `${home}/performance/kpis`);
  await expect(page.locator('main')).toContainText('First answers in time');
});
