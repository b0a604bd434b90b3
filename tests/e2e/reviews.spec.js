// A review from the marks to the closed version that nothing changes, and what users said to what came of it.
import { expect, item, open, prefer, sample, test, violations } from './fixtures.js';

/** A day all tests share; only the date stands still, timers run. */
const onDay = (page) => page.clock.setFixedTime(new Date('2026-11-28T10:00:00'));

test('a review both sides confirmed is closed, stays as it was and is opened again for a reason', async ({ page }) => {
  // A review closes once its period is over.
  await page.clock.setFixedTime(new Date('2027-01-05T10:00:00'));
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/performance/reviews`);
  const period = page.getByLabel('Period', { exact: true });
  await expect(period).toHaveValue('2026-10+3');
  await expect(page.locator('.blocked')).toContainText('the client has not confirmed');
  expect(await violations(page)).toEqual([]);

  // What is checked at this review is answered first.
  for (const theme of ['TH-1', 'TH-2']) {
    await expect(page.locator('.blocked')).toContainText(`${theme} is checked at this review`);
    await open(page, `${home}/performance/improvement?sel=${theme}`);
    await item(page, theme).getByLabel('What the check saw').fill('Looked at the month');
    await item(page, theme).getByRole('button', { name: 'It held' }).click();
    await open(page, `${home}/performance/reviews`);
  }

  const sides = page.locator('.review-sides > div');
  for (const [place, name] of ['Tom Keller', 'Karan Shah'].entries()) {
    await sides.nth(place).getByRole('button', { name: 'Confirm this review' }).click();
    await expect(sides.nth(place).getByRole('alert')).toContainText('Enter who confirms');
    await sides.nth(place).getByLabel('Confirmed by').fill(name);
    await sides.nth(place).getByLabel('Role').fill('Lead');
    await sides.nth(place).getByRole('button', { name: 'Confirm this review' }).click();
    await expect(sides.nth(place).locator('.signed')).toContainText(name);
  }
  await page.getByRole('button', { name: 'Close the review' }).click();
  await expect(page.locator('.finding').first()).toContainText('no later change alters it');
  const score = await page.locator('.scorecard .score').first().innerText();
  await expect(page.locator('main')).toContainText("Today's data give the same result.");

  await open(page, `${home}/performance/kpis?sel=K-1`);
  await item(page, 'K-1').getByLabel('Target (100 points)').fill('99');
  await open(page, `${home}/performance/reviews`);
  await expect(page.locator('.scorecard .score').first()).toHaveText(score);
  await expect(page.locator('main')).toContainText('K-1 On-time milestones · target');

  await page.getByRole('button', { name: 'Open again' }).click();
  await expect(page.locator('.unlock')).toContainText('Write down why');
  await page.getByLabel('Why it is opened again').fill('The target was agreed at 99');
  await page.getByRole('button', { name: 'Open again' }).click();
  await expect(page.locator('main')).toContainText('The target was agreed at 99');
  await expect(page.locator('.blocked')).toContainText('the vendor has not confirmed');
});

test('a theme goes from what was said over a round that did not hold to the next one', async ({ page }) => {
  await onDay(page);
  await prefer(page, 'en');
  const home = await sample(page);
  await open(page, `${home}/performance/improvement`);
  await expect(page.locator('.finding').first()).toContainText('TH-4 is overdue');
  expect(await violations(page)).toEqual([]);
  await open(page, `${home}/performance/improvement?sel=TH-2`);
  const theme = item(page, 'TH-2');
  await expect(theme.locator('.round .effect')).toContainText('Reopened bugs went from');
  await theme.locator('.round .calculation summary').click();
  await expect(theme.locator('.round .calculation-body')).toContainText('Before 2026-04');
  await theme.getByLabel('What the check saw').fill('Two came back in November');
  await theme.getByRole('button', { name: 'It did not hold: another round' }).click();
  await expect(theme.locator('.round')).toHaveCount(2);
  await expect(theme.locator('.round').first()).toContainText('Two came back in November');
  await expect(theme.locator('.ledger-line')).toContainText('did not hold once');
});
