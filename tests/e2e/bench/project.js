// A project as large as the house promises to stay fluid: 200 activities × 50 roles, 12 indicators over 12 months.
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

export const value = (kpi, month) => 80 + 10 * Math.sin(kpi + month / 2);

export const project = () => {
  const assignments = {};
  for (let row = 0; row < ROWS; row += 1) {
    const cells = {};
    for (let column = 0; column < COLUMNS; column += 1) {
      const parts = letter(row, column);
      if (parts) cells[id(2, column + 1)] = parts;
    }
    assignments[id(3, row + 1)] = cells;
  }
  const readings = {};
  for (let kpi = 0; kpi < 12; kpi += 1) {
    readings[id(5, kpi + 1)] = Object.fromEntries(
      Array.from({ length: 12 }, (_, month) => [`2026-${String(month + 1).padStart(2, '0')}`, { value: value(kpi, month) }]),
    );
  }
  return JSON.stringify({
    kind: 'outsourcing-workbench',
    version: 1,
    projects: [
      {
        id: id(1, 1),
        profile: { name: 'Large' },
        team: {
          roles: list(COLUMNS, 2, (at) => ({ name: `Role ${at + 1}`, side: at < COLUMNS / 2 ? 'client' : 'vendor' })),
          activities: list(ROWS, 3, (at) => ({ name: `Task ${at + 1}`, hours: 8 })),
          assignments,
        },
        selection: { vendors: list(1, 4, () => ({ name: 'Vendor' })) },
        performance: {
          kpis: list(12, 5, (at) => ({ name: `KPI ${at + 1}`, unit: '%', target: 85, floor: 60, weight_bp: at < 4 ? 834 : 833 })),
          readings: { [id(4, 1)]: readings },
        },
      },
    ],
  });
};
