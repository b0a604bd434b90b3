// A project as large as the house promises to stay fluid: 200 activities × 50 roles, 24 indicators over 60 months of 6
// vendors, 20 vendors × 30 criteria, 500 features with 5 acceptance criteria each.
const id = (kind, number) => `00000000-0000-4000-8000-${String(kind).padStart(4, '0')}${String(number).padStart(8, '0')}`;
const list = (count, kind, item) => ({
  next: count + 1,
  items: Array.from({ length: count }, (_, at) => ({ id: id(kind, at + 1), number: at + 1, ...item(at) })),
});

export const ROWS = 200;
export const COLUMNS = 50;

/** The letter of a cell: one A and one R in each row, some C and I. */
export const letter = (row, column) => {
  if (column === row % COLUMNS) return 'A';
  if (column === (row + 7) % COLUMNS) return 'R';
  return ['C', 'I', '', '', ''][(row * 3 + column * 7) % 5];
};

const VENDORS = 20;
const CRITERIA = 30;
const EVALUATORS = 3;

/** Scores that are locked, with prices between the bounds: everything a ranking needs. */
const selection = () => ({
  vendors: list(VENDORS, 4, (at) => ({
    name: `Vendor ${at + 1}`,
    proposal: { understanding: at % 6, staffing: (at * 2) % 6, contingency: (at * 3) % 6, transparency: (at * 5) % 6, base_price: 5000000 + at * 100000 },
  })),
  criteria: list(CRITERIA, 6, (at) => ({ name: `Criterion ${at + 1}`, weight_bp: at < 10 ? 334 : 333 })),
  evaluators: list(EVALUATORS, 7, (who) => ({
    name: `Evaluator ${who + 1}`,
    submitted: '2026-11-02',
    scores: Object.fromEntries(
      Array.from({ length: VENDORS }, (_, vendor) => [
        id(4, vendor + 1),
        Object.fromEntries(Array.from({ length: CRITERIA }, (_, at) => [id(6, at + 1), { score: (vendor * 7 + at * 3 + (at % 5 ? 0 : who)) % 6 }])),
      ]),
    ),
  })),
  cases: list(VENDORS, 8, (at) => ({ vendor: id(4, at + 1), client: `Client ${at + 1}`, verified: true, quality: 1 + (at % 5), speed: 1 + ((at * 2) % 5) })),
  scores_locked: '2026-11-03',
  method: { price_low: 4000000, price_high: 8000000 },
});

/** Features as people write them, each with a service level; every tenth sentence is vague. */
const requirements = (count) => ({
  goals: list(5, 9, (at) => ({ outcome: `Outcome ${at + 1}`, measure: 'share of requests', target: 90, serves: 'Service' })),
  features: list(count, 10, (at) => ({
    name: `Feature ${at + 1}`,
    includes: `Requests of kind ${at + 1}, by mail and by phone`,
    acceptance: Array.from({ length: 5 }, (_, line) => `${90 + line} % of the requests are closed within ${line + 1} ${line ? 'days' : 'day'}${at % 10 ? '' : ', as appropriate'}`).join('\n'),
    excluded: 'Requests of partners',
    priority: at % 3 ? 'should' : 'must',
    goal: id(9, (at % 5) + 1),
  })),
  sla: list(count, 11, (at) => ({ measure: `Measure ${at + 1}`, target: 95, unit: '%', source: 'ticket log', penalty: '2 % of the fee', feature: id(10, at + 1) })),
});

export const KPIS = 24;
export const MONTHS = Array.from({ length: 60 }, (_, at) => `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`);
export const TARGET = 85;
const MEASURED = 6;

export const value = (kpi, month, vendor = 0) => 80 + 10 * Math.sin(kpi + month / 2 + vendor);

const readings = (vendor) =>
  Object.fromEntries(Array.from({ length: KPIS }, (_, kpi) => [id(5, kpi + 1), Object.fromEntries(MONTHS.map((month, at) => [month, { value: value(kpi, at, vendor) }]))]));

const performance = () => ({
  kpis: list(KPIS, 5, (at) => ({ name: `KPI ${at + 1}`, unit: '%', target: TARGET, floor: 60, weight_bp: at < 16 ? 417 : 416 })),
  readings: Object.fromEntries(Array.from({ length: MEASURED }, (_, vendor) => [id(4, vendor + 1), readings(vendor)])),
});

/** The project, with so many features where they are what is measured. */
export const project = (features = 0) => {
  const assignments = {};
  for (let row = 0; row < ROWS; row += 1) {
    const cells = {};
    for (let column = 0; column < COLUMNS; column += 1) {
      const parts = letter(row, column);
      if (parts) cells[id(2, column + 1)] = parts;
    }
    assignments[id(3, row + 1)] = cells;
  }
  return JSON.stringify({
    kind: 'outsourcing-workbench',
    version: 1,
    projects: [
      {
        id: id(1, 1),
        profile: { name: 'Large' },
        ...(features ? { requirements: requirements(features) } : {}),
        team: {
          roles: list(COLUMNS, 2, (at) => ({ name: `Role ${at + 1}`, side: at < COLUMNS / 2 ? 'client' : 'vendor' })),
          activities: list(ROWS, 3, (at) => ({ name: `Task ${at + 1}`, hours: 8 })),
          assignments,
        },
        selection: selection(),
        performance: performance(),
      },
    ],
  });
};
