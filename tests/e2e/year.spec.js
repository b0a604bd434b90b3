// A year with a vendor, in both languages: figures pasted, four reviews closed, credits, a statement both sides confirm,
// and the same once more from the file of the project.
import { readFile } from 'node:fs/promises';
import { expect, exported, item, open, ownProject, prefer, take, test } from './fixtures.js';

// August is empty, and the row of means is no month. Every mean of a quarter is a whole number of points by C8,
// 100 × (value − floor) / (target − floor), kept within 0 to 100:
//
//             K-1 95/80  K-3 85/60  K-5 15/30  K-6 1/3   K-7 72/50  K-8 90/70
//   Q1        96: 100    86: 100    14: 100    0.9: 100  73: 100    91: 100
//   Q2        92: 80     80: 80     18: 80     1.4: 80   72: 100    90: 100
//   Q3        92: 80     80: 80     18: 80     1.4: 80   72: 100    90: 100
//   Q4        92: 80     80: 80     14: 100    0.9: 100  73: 100    91: 100
const figures = (words) => `${words.month}\tK-1\tK-3\tK-5\tK-6\tK-7\tK-8
2025-01\t95\t85\t15\t1\t72\t90
2025-02\t96\t86\t14\t0.9\t73\t91
2025-03\t97\t87\t13\t0.8\t74\t92
2025-04\t92\t85\t18\t1\t72\t90
2025-05\t95\t80\t15\t1.4\t72\t90
2025-06\t89\t75\t21\t1.8\t72\t90
2025-07\t93\t82\t16\t1.2\t70\t92
2025-08\t\t\t\t\t\t
2025-09\t91\t78\t20\t1.6\t74\t88
2025-10\t92\t80\t14\t0.9\t73\t91
2025-11\t93\t79\t15\t1\t72\t90
2025-12\t91\t81\t13\t0.8\t74\t92
${words.mean}\t93.1\t81.6\t15.8\t1.1\t72.5\t90.5
`;

// The score is Σ weight × points ÷ Σ weight. The weights are K-1 15, K-3 15, K-4 20, K-5 12, K-6 12, K-7 10, K-8 6, together
// 90: K-2 has no data all year, and its 10 go to the others. K-4 is a mark from 1 to 5: 4 earns 75, 5 earns 100.
// By C9 an A begins at 90 and a B at 80; a worse grade counts with the second period in a row.
const QUARTERS = [
  // (70 × 100 + 20 × 75) / 90 = 8500 / 90
  { first: '2025-01', mark: 4, score: '94.4', raw: 'A', grade: 'A' },
  // (54 × 80 + 16 × 100 + 20 × 75) / 90 = 7420 / 90: the first one that is worse
  { first: '2025-04', mark: 4, score: '82.4', raw: 'B', grade: 'A' },
  // (54 × 80 + 16 × 100 + 20 × 100) / 90 = 7920 / 90: the second in a row, August passed over
  { first: '2025-07', mark: 5, score: '88.0', raw: 'B', grade: 'B' },
  // (30 × 80 + 40 × 100 + 20 × 75) / 90 = 7900 / 90
  { first: '2025-10', mark: 4, score: '87.8', raw: 'B', grade: 'B' },
];

// By C7 a, on a fee of 100,000 a month: 12 % = 12,000 are at risk, which is the cap of a month too. S-01 carries 60 % of
// them = 7,200, S-02 50 % = 6,000, S-03 40 % = 4,800.
const MONTHS = [
  // 92 % on time and 18 min: 7,200 + 6,000 = 13,200, capped
  { month: '2025-04', lines: ['7,200', '6,000', '0'], paid: '88,000' },
  // 1.4 % complaints
  { month: '2025-05', lines: ['0', '0', '4,800'], paid: '95,200' },
  // All three: 18,000, capped
  { month: '2025-06', lines: ['7,200', '6,000', '4,800'], paid: '88,000' },
  // Without data a line is neither met nor missed.
  { month: '2025-08', lines: ['0', '0', '0'], paid: '100,000', noData: true },
];
// The quarter: 12,000 + 4,800 + 12,000, and 300,000 less that.
const TERMS = ['7,200 + 6,000 = 13,200; min(13,200, 12,000) = 12,000', '12,000 + 4,800 + 12,000 = 28,800'];
const CREDITS = '28,800';
const PAYABLE = '271,200';

const EN = {
  language: 'en', month: 'Month', mean: 'Mean', currency: '$',
  addVendor: 'Add a vendor', name: 'Name', usualSla: 'Add the usual service levels (Customer service)', usualKpis: 'Add the usual KPIs (Customer service)',
  paste: 'Paste a table', preview: '66 new, 0 changed; 1 cannot be taken.', notAMonth: 'Not a month.', takeAll: 'Take 66 figures', missing: 'missing 2025-08',
  model: 'How it is deducted', atRisk: 'Fee at risk', fee: 'Base fee a month', kind: 'Kind', critical: 'critical', allocation: 'Allocation %', noData: 'no data',
  period: 'Period', evidence: 'What shows it', signer: 'Confirmed by', role: 'Role', confirmReview: 'Confirm this review', close: 'Close the review',
  confirm: 'Confirm this statement', client: 'Client', vendor: 'Vendor', settled: "Today's data give the same.", credits: 'Credits',
  target: 'Target (100 points)', differs: "Today's data would differ in", asNew: 'Add as a new project',
};
const ZH = {
  language: 'zh', month: '月份', mean: '平均', currency: '¥',
  addVendor: '添加供应商', name: '名称', usualSla: '加入常用服务等级（客户服务）', usualKpis: '加入常用指标（客户服务）',
  paste: '粘贴表格', preview: '新增 66 个数，改动 0 个；1 处不能读入。', notAMonth: '不是月份。', takeAll: '读入 66 个数', missing: '缺 2025-08',
  model: '扣款方式', atRisk: '风险金分摊', fee: '每月基础服务费', kind: '类别', critical: '关键服务等级', allocation: '分摊 %', noData: '没有数据',
  period: '评审期', evidence: '依据', signer: '确认人', role: '职务', confirmReview: '确认这次评审', close: '结束这次评审',
  confirm: '确认这张付款单', client: '委托方', vendor: '供应商', settled: '按今天的数据也一样。', credits: '扣款小计',
  target: '目标（100 分）', differs: '用今天的数据会有', asNew: '作为新项目加入',
};

/** Names who confirms on one side, and confirms. */
const confirm = async (side, name, words, button) => {
  await side.getByLabel(words.signer).fill(name);
  await side.getByLabel(words.role).fill('PM');
  await side.getByRole('button', { name: button, exact: true }).click();
};

/** The grades of all quarters as the page of reviews tells them, the first one first. */
const grades = (page) =>
  page.locator('.grade-history tbody tr').evaluateAll((rows) => rows.map((row) => [...row.cells].slice(1, 4).map((cell) => cell.textContent)).reverse());

/** The lines of the statement of the second quarter. */
const statement = async (page, home) => {
  await open(page, `${home}/performance/payment`);
  await page.locator('.statement-facts select').first().selectOption('2025-04+3');
  await expect(page.locator('.statement-total .statement-amount')).toHaveText(PAYABLE);
  return page.locator('.statement').innerText();
};

/** The reviews of a file as they stand in it, to the letter. */
const reviews = (text) => text.slice(text.indexOf('"reviews"'), text.indexOf('"review_cycle"'));

for (const words of [EN, ZH]) {
  test(`a year from pasted figures to a confirmed statement and back from its file, ${words.language}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.clock.setFixedTime(new Date('2026-01-20T10:00:00'));
    await prefer(page, words.language);
    const home = await ownProject(page, 'Year');

    await test.step('a vendor, service levels and KPIs of the starter pack', async () => {
      await open(page, `${home}/vendors`);
      await page.getByRole('button', { name: words.addVendor }).click();
      await item(page, 'V-1').getByLabel(words.name).fill('Brightdesk');
      await open(page, `${home}/requirements/sla`);
      await page.getByRole('button', { name: words.usualSla }).click();
      await expect(item(page, 'S-05')).toBeVisible();
      await open(page, `${home}/performance/kpis`);
      await page.getByRole('button', { name: words.usualKpis }).click();
    });

    await test.step('twelve months pasted; the row that is no month is named', async () => {
      await page.getByLabel(words.paste).fill(figures(words));
      const intake = page.locator('.intake');
      await expect(intake).toContainText(words.preview);
      const refused = intake.getByRole('row', { name: words.notAMonth });
      await expect(refused.getByRole('cell')).toHaveText(['14', '1', words.mean, new RegExp(words.notAMonth)]);
      await page.getByRole('button', { name: words.takeAll }).click();
      await expect(page.locator('.panels svg').first()).toContainText('95');
      await expect(page.locator('main')).toContainText(words.missing);
    });

    await test.step('four reviews judged, confirmed and closed', async () => {
      await open(page, `${home}/performance/reviews`);
      for (const { first, mark, score } of QUARTERS) {
        await page.getByLabel(words.period, { exact: true }).selectOption(`${first}+3`);
        await page.locator('.judgement').getByRole('radio', { name: String(mark) }).check();
        await page.getByLabel(words.evidence).fill('The log of the quarter');
        await expect(page.locator('.scorecard .score')).toHaveText(score);
        const sides = page.locator('.review-sides > div');
        await confirm(sides.nth(0), 'Lin', words, words.confirmReview);
        await confirm(sides.nth(1), 'Otto', words, words.confirmReview);
        await page.getByRole('button', { name: words.close }).click();
        await expect(page.locator('.finding').first()).toContainText('2026-01-20');
      }
      expect(await grades(page)).toEqual(QUARTERS.map(({ score, raw, grade }) => [score, raw, grade]));
    });

    await test.step('what missed months cost', async () => {
      await open(page, `${home}/performance/credits`);
      await page.getByLabel(words.model).selectOption({ label: words.atRisk });
      await page.getByLabel(words.fee).fill('100000');
      for (const [line, share] of [['S-01', '60'], ['S-02', '50'], ['S-03', '40']]) {
        await page.getByLabel(`${words.kind} ${line}`).selectOption({ label: words.critical });
        await page.getByLabel(`${words.allocation} ${line}`).fill(share);
      }
      const example = page.locator('.credits-example');
      for (const { month, lines, paid, noData } of MONTHS) {
        await page.getByLabel(words.month, { exact: true }).selectOption(month);
        await expect(example.locator('.credits-paid')).toHaveText(words.currency + paid);
        for (const [place, credit] of lines.entries()) {
          const cells = example.locator('tbody tr').nth(place).locator('td');
          await expect(cells.last()).toContainText(credit);
          if (noData) await expect(cells.nth(1)).toHaveText(words.noData);
        }
      }
    });

    let stated;
    await test.step('a statement that both sides confirm', async () => {
      stated = await statement(page, home);
      const credits = page.locator('.statement tr', { has: page.getByRole('rowheader', { name: words.credits, exact: true }) });
      await expect(credits).toContainText(CREDITS);
      await credits.getByRole('button').click();
      for (const term of TERMS) await expect(page.locator('.statement-calculation .formula')).toContainText(term);
      await credits.getByRole('button').click();
      for (const [side, name] of [[words.client, 'Lin'], [words.vendor, 'Otto']]) {
        await page.getByRole('button', { name: `${side}: ${words.confirm}` }).click();
        await confirm(page.locator('.payment-signing'), name, words, words.confirm);
      }
      await expect(page.locator('.settled')).toContainText(words.settled);
    });

    const before = await exported(page);
    await test.step('the file holds what was closed and confirmed', () => {
      const { performance } = JSON.parse(before.text).projects[0];
      const [closed] = Object.values(performance.reviews);
      expect(Object.keys(closed)).toEqual(QUARTERS.map(({ first }) => first));
      expect(Object.values(closed).map(({ versions: [{ assessment }] }) => [assessment.score.toFixed(1), assessment.raw_grade, assessment.grade])).toEqual(
        QUARTERS.map(({ score, raw, grade }) => [score, raw, grade]),
      );
      const [{ stated }] = performance.payments.statements.items[0].agreed;
      expect([stated.credits, stated.payment]).toEqual([2_880_000, 27_120_000]);
    });

    await test.step('the same again from the file; a later target changes nothing that was closed', async () => {
      await take(page, before.path);
      await page.getByRole('button', { name: words.asNew }).click();
      await expect(page.locator('.next')).toBeVisible();
      const copy = new URL(page.url()).hash;
      expect(copy).not.toBe(home);
      expect(await statement(page, copy)).toBe(stated);
      await open(page, `${copy}/performance/kpis?sel=K-1`);
      await item(page, 'K-1').getByLabel(words.target).fill('99');
      await open(page, `${copy}/performance/reviews`);
      await expect(page.locator('main')).toContainText(words.differs);
      expect(await grades(page)).toEqual(QUARTERS.map(({ score, raw, grade }) => [score, raw, grade]));
      expect(await statement(page, copy)).toBe(stated);
      const after = await exported(page);
      expect(reviews(before.text)).toContain('"fingerprint"');
      expect(reviews(after.text)).toBe(reviews(before.text));
    });

    await test.step('a chart as a file', async () => {
      await open(page, `${home}/performance/kpis`);
      const download = page.waitForEvent('download');
      await page.locator('.panels figure').first().getByRole('button', { name: 'SVG' }).click();
      expect(await readFile(await (await download).path(), 'utf8')).toMatch(/^<svg.*>91<\/text>/s);
    });
  });
}
