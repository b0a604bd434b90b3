// The yardstick for charts: the same twelve small multiples by Chart.js, without its animation.
import { value } from './project.js';

const MONTHS = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}`);
const charts = Array.from({ length: 12 }, (_, kpi) => {
  const box = document.body.appendChild(document.createElement('div'));
  const canvas = box.appendChild(document.createElement('canvas'));
  return new window.Chart(canvas, {
    type: 'line',
    data: {
      labels: MONTHS,
      datasets: [
        { label: `KPI ${kpi + 1}`, data: MONTHS.map((_, month) => value(kpi, month)), pointRadius: 4 },
        { label: 'target', data: MONTHS.map(() => 85), pointRadius: 0 },
      ],
    },
    options: { animation: false, responsive: true, maintainAspectRatio: false },
  });
});

/** Puts one new reading into some of the charts and draws these. */
window.redraw = (count, reading) => {
  for (const chart of charts.slice(0, count)) {
    chart.data.datasets[0].data[0] = reading;
    chart.update('none');
  }
};
