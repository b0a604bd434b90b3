// The yardstick for charts: the same twelve small multiples by Chart.js, without its animation.
import { value } from './project.js';

const charts = Array.from({ length: 12 }, (_, kpi) => {
  const box = document.body.appendChild(document.createElement('div'));
  const canvas = box.appendChild(document.createElement('canvas'));
  const months = Array.from({ length: 12 }, (_, month) => `2026-${month + 1}`);
  return new window.Chart(canvas, {
    type: 'line',
    data: {
      labels: months,
      datasets: [
        { label: `KPI ${kpi + 1}`, data: months.map((_, month) => value(kpi, month)), pointRadius: 4 },
        { label: 'target', data: months.map(() => 85), pointRadius: 0, borderDash: [4, 4] },
      ],
    },
    options: { animation: false, responsive: true, maintainAspectRatio: false },
  });
});

window.redraw = (number) => {
  for (const [kpi, chart] of charts.entries()) {
    chart.data.datasets[0].data = chart.data.datasets[0].data.map((_, month) => value(kpi, month) + (number % 2));
    chart.update('none');
  }
};
