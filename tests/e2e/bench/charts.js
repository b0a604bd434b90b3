// The yardstick for charts: the same small multiples by Chart.js, without its animation.
import { KPIS, MONTHS, TARGET, value } from './project.js';

/** What is usual: the mean ± 2.66 × the mean change from one month to the next. */
const limits = (values) => {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const changes = values.slice(1).map((one, at) => Math.abs(one - values[at]));
  const reach = (2.66 * changes.reduce((sum, one) => sum + one, 0)) / changes.length;
  return [mean - reach, mean + reach];
};
const flat = (level) => MONTHS.map(() => level);
const edge = (label, fill) => ({ label, data: [], pointRadius: 0, borderWidth: 1, fill, hidden: true });

const charts = Array.from({ length: KPIS }, (_, kpi) => {
  const box = document.body.appendChild(document.createElement('div'));
  const canvas = box.appendChild(document.createElement('canvas'));
  return new window.Chart(canvas, {
    type: 'line',
    data: {
      labels: MONTHS,
      datasets: [
        { label: `KPI ${kpi + 1}`, data: MONTHS.map((_, month) => value(kpi, month)), pointRadius: 2 },
        { label: 'target', data: flat(TARGET), pointRadius: 0, borderDash: [5, 4] },
        edge('lower', false),
        edge('upper', '-1'),
      ],
    },
    options: { animation: false, responsive: true, maintainAspectRatio: false },
  });
});

/** Puts a new reading of the last month into the first charts and draws these; into all where no number is given. */
window.redraw = (reading, count) => {
  for (const chart of charts.slice(0, count)) {
    chart.data.datasets[0].data[MONTHS.length - 1] = reading;
    chart.update('none');
  }
};

/** Shows or hides what is usual in all charts. */
window.band = (isShown) => {
  for (const chart of charts) {
    const [values, , ...edges] = chart.data.datasets;
    limits(values.data).forEach((level, at) => Object.assign(edges[at], { data: flat(level), hidden: !isShown }));
    chart.update('none');
  }
};
