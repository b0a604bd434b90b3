// A workshop in two tabs: one leads, the other shows the room what goes on; then the parties sign, change and sign again.
import { expect, item, nameVendor, open, prefer, sample, sign, test, violations } from './fixtures.js';

const section = (page, name) => page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) });

const vote = async (page, name, choices) => {
  await page.getByRole('button', { name: `Vote: ${name}` }).click();
  const ballot = page.locator('.ballot');
  await expect(ballot.getByRole('radio').first()).toBeFocused();
  for (const [clause, choice] of Object.entries(choices)) {
    await ballot.getByRole('group', { name: clause }).getByRole('radio', { name: choice, exact: true }).click();
  }
  await ballot.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(ballot).toHaveCount(0);
};

test('a workshop is led in one tab and shown in another, and ends in a sign-off', async ({ page, context }) => {
  test.setTimeout(180_000);
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/requirements/workshop`);
  await page.getByRole('button', { name: 'Add the usual agenda' }).click();
  await expect(item(page, 'YA-7')).toContainText('Sign-off');
  for (const [number, name] of [['Y-1', 'Amara Osei'], ['Y-2', 'Tom Reyes']]) {
    await page.getByRole('button', { name: 'Add a participant' }).click();
    await item(page, number).getByLabel('Name').fill(name);
  }
  await item(page, 'Y-2').getByLabel('Department').selectOption({ label: 'Vendor' });
  await expect(page.getByText('Nobody here from: Technology, Legal')).toBeVisible();
  await expect(page.getByText('Saved', { exact: false }).first()).toBeVisible();

  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Projector view' }).click();
  const room = await opened;
  await expect(room.locator('.projector h1')).toBeVisible();
  await expect(room.getByText('Next: Opening')).toBeVisible();
  await expect(room.locator('input, select, textarea').locator('visible=true')).toHaveCount(0);
  // The projector asks for no right to edit: the leading tab keeps it, and gets it again after a reload.
  await page.reload();
  await page.getByRole('button', { name: 'Start: Opening' }).click();
  await expect(room.locator('.clock')).toContainText(/0[45]:\d\d left/);
  await page.getByRole('button', { name: 'Done, next' }).click();
  await expect(room.locator('.now h3')).toHaveText('Now: Goals');
  await page.getByRole('button', { name: 'Pause' }).click();

  await page.getByRole('button', { name: 'Vote on priorities' }).click();
  await page.getByRole('button', { name: 'Vote: Amara Osei' }).click();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText('Choose for at least one');
  await page.locator('.ballot').getByRole('button', { name: 'Cancel' }).click();
  await vote(page, 'Amara Osei', { 'F-01': 'Could', 'F-02': 'Must' });
  await expect(room.getByText('1 of 2 voted')).toBeVisible();
  await expect(room.locator('.voters li')).toHaveText([/Amara Osei\s*Voted/, /Tom Reyes\s*To vote/]);
  for (const tab of [page, room]) await expect(tab.locator('.votes')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Reveal without Tom Reyes' })).toBeVisible();
  await vote(page, 'Tom Reyes', { 'F-01': 'Could', 'F-02': 'Should' });
  await expect(room.getByText('2 of 2 voted')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Reveal' }).click();
  for (const tab of [page, room]) {
    const rows = tab.locator('.votes tbody tr');
    await expect(tab.getByText('All 2 voted')).toBeVisible();
    await expect(rows.nth(0).locator('.came-to')).toHaveText('Could');
    await expect(rows.nth(1).locator('.came-to')).toHaveText('Tie: Must / Should');
    expect(await violations(tab)).toEqual([]);
  }
  await page.getByRole('button', { name: 'Take over (1 change)' }).click();
  await expect(page.getByText('Taken over')).toBeVisible();

  await page.getByRole('button', { name: 'Park something' }).click();
  await item(page, 'YP-1').getByRole('textbox').fill('Who answers on public holidays?');
  await expect(room.locator('.aside')).toContainText('Who answers on public holidays?');
  await item(page, 'YP-1').getByRole('button', { name: 'Make it an open question' }).click();
  await expect(item(page, 'YP-1')).toHaveCount(0);
  await expect(section(page, 'Before the sign-off').locator('.readiness')).toContainText('1 open · blocks the sign-off');
  await expect(section(room, 'Open questions')).toContainText('O-2');
  expect(await violations(page)).toEqual([]);

  await nameVendor(page, home);
  await open(page, `${home}/requirements/scope?sel=F-01`);
  await expect(item(page, 'F-01').getByLabel('Priority')).toHaveValue('2');
  await open(page, `${home}/requirements/signoff`);
  await expect(page.locator('.finding')).toHaveText('1 open question stands in the way of the sign-off.');
  await expect(page.locator('.blocked').first()).toContainText('Not possible yet: 1 open question.');
  await sign(page, 'Amara Osei');
  await page.getByRole('link', { name: 'Enter the answer for O-2' }).click();
  await item(page, 'O-2').getByLabel('Answer', { exact: true }).fill('The vendor, until noon');
  await expect(section(room, 'Open questions')).toContainText('None');
  await room.close();

  await open(page, `${home}/requirements/signoff`);
  const both = async () => {
    await sign(page, 'Amara Osei');
    await expect(page.locator('.sign-off .signed')).toHaveCount(1);
    await sign(page, 'Tom Reyes');
    await expect(page.locator('.sign-off .signed')).toHaveCount(2);
  };
  await expect(page.locator('.finding')).toHaveText(/^Nothing is missing; \d+ places to look at before you sign/);
  await both();
  await expect(page.locator('.finding')).toContainText('Both parties confirmed version 1');
  await expect(item(page, 'Z-1')).toBeVisible();
  await open(page, `${home}/requirements/scope?sel=F-03`);
  const includes = item(page, 'F-03').getByLabel('Includes');
  await includes.fill(`${await includes.inputValue()}, by night`);
  await open(page, `${home}/requirements/signoff`);
  await expect(page.locator('.told ins')).toHaveText('put in: , by night');
  for (const name of ['Amara Osei', 'Tom Reyes']) await sign(page, name);
  await expect(item(page, 'Z-2')).toBeVisible();
});

test('a clock over its time says so once, and the projector alone takes nothing from anybody', async ({ page, context }) => {
  await prefer(page, 'en');
  await page.clock.install();
  const home = await sample(page);
  await open(page, `${home}/requirements/workshop`);
  await page.getByRole('button', { name: 'Add the usual agenda' }).click();
  await page.getByRole('button', { name: 'Start: Opening' }).click();
  await page.clock.runFor('04:59');
  await expect(page.locator('.clock')).toHaveText('00:01 left');
  await page.clock.runFor('00:03');
  await expect(page.locator('.clock')).toHaveText('00:02 over');
  await expect(page.locator('.time-up')).toHaveText('Time is up');
  await page.clock.resume();
  await page.close();

  const [room, lead] = [await context.newPage(), await context.newPage()];
  await open(room, `${home}/requirements/workshop/projector`);
  await open(lead, `${home}/requirements/workshop`);
  await expect(lead.getByRole('button', { name: 'Done, next' })).toBeVisible();
  // From the projector the way back leads into a tab that may only read while the other one edits.
  await room.getByRole('link', { name: 'Facilitator view' }).click();
  await expect(room.getByRole('button', { name: 'Edit here' })).toBeVisible();
});
