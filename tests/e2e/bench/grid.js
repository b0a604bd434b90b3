// The yardstick: the same grid by a small keyed virtual DOM, windowed by rows as the app's is, with the same work after
// a key: set the letter, check the row, add up the columns, compare what should stand there with what does.
import { COLUMNS, letter, ROWS } from './project.js';

const HEIGHT = 34;
const SPARE = 4;
const h = (tag, attributes, children, key) => ({ tag, attributes, children, key });

const create = (node) => {
  if (typeof node === 'string') return document.createTextNode(node);
  const element = document.createElement(node.tag);
  for (const name in node.attributes) element.setAttribute(name, node.attributes[name]);
  for (const child of node.children) element.append(create(child));
  return element;
};

const fits = (a, b) => (typeof a === 'string' || typeof b === 'string' ? a === b : a.tag === b.tag && a.key === b.key);

const patch = (element, before, after) => {
  if (typeof before === 'string') return;
  for (const name in after.attributes) {
    if (before.attributes[name] !== after.attributes[name]) element.setAttribute(name, after.attributes[name]);
  }
  for (const name in before.attributes) if (!(name in after.attributes)) element.removeAttribute(name);
  patchChildren(element, before.children, after.children);
};

/** Keeps what fits at the start and at the end, and by key in between; all else is made or removed. */
const patchChildren = (element, before, after) => {
  let [start, last, end] = [0, before.length, after.length];
  const nodes = element.childNodes;
  while (start < last && start < end && fits(before[start], after[start])) {
    patch(nodes[start], before[start], after[start]);
    start += 1;
  }
  while (start < last && start < end && fits(before[last - 1], after[end - 1])) {
    last -= 1;
    end -= 1;
    patch(nodes[last], before[last], after[end]);
  }
  if (start === last && start === end) return;
  const old = new Map();
  for (let at = start; at < last; at += 1) old.set(before[at].key ?? `at ${at}`, { node: before[at], element: nodes[at] });
  let next = nodes[last] ?? null;
  for (let at = end - 1; at >= start; at -= 1) {
    const kept = old.get(after[at].key ?? `at ${at}`);
    if (kept && fits(kept.node, after[at])) {
      old.delete(after[at].key ?? `at ${at}`);
      patch(kept.element, kept.node, after[at]);
      if (kept.element.nextSibling !== next) element.insertBefore(kept.element, next);
      next = kept.element;
    } else next = element.insertBefore(create(after[at]), next);
  }
  for (const { element: gone } of old.values()) gone.remove();
};

const cells = Array.from({ length: ROWS }, (_, row) => Array.from({ length: COLUMNS }, (_, column) => letter(row, column)));
const table = document.querySelector('table');
const place = document.querySelector('.place');
let at = [0, 0];
let top = 0;
let shown = [];

const check = (row) => {
  const accountable = row.filter((parts) => parts.includes('A')).length;
  if (accountable !== 1) return accountable ? 'Too many Accountable' : 'No Accountable';
  return row.some((parts) => parts.includes('R')) ? 'ok' : 'Nobody Responsible';
};

const cell = (parts, row, column) => {
  const isHere = at[0] === row && at[1] === column;
  const attributes = { role: 'gridcell', class: 'cell', 'aria-colindex': column + 2, 'aria-selected': String(isHere), tabindex: isHere ? '0' : '-1', 'data-cell': `${row}-${column}` };
  return h('td', attributes, [...parts].map((part) => h('b', { 'data-letter': part }, [part])));
};

const line = (row) =>
  h('tr', { 'aria-rowindex': row + 2 }, [h('th', { class: 'head' }, [`T-${row + 1} Task ${row + 1}`]), ...cells[row].map((parts, column) => cell(parts, row, column)), h('td', { class: 'tail' }, [check(cells[row])])], row);

const draw = () => {
  const first = Math.max(0, top - SPARE);
  const last = Math.min(ROWS, top + Math.floor(place.clientHeight / HEIGHT) + 1 + SPARE);
  const spacer = (count, key) => (count > 0 ? [h('tr', {}, [h('td', { class: 'spacer', colspan: '99', style: `height:${count * HEIGHT}px` }, [])], key)] : []);
  const lines = Array.from({ length: last - first }, (_, offset) => line(first + offset));
  const checks = cells.map(check);
  const held = Array(COLUMNS).fill(0);
  const hours = Array(COLUMNS).fill(0);
  for (const row of cells) {
    const share = 8 / Math.max(1, row.filter((parts) => parts.includes('R')).length);
    row.forEach((parts, column) => {
      if (parts.includes('A')) held[column] += 1;
      if (parts.includes('R')) hours[column] += share;
    });
  }
  const foot = (name, values) => h('tr', {}, [h('th', { class: 'head' }, [name]), ...values.map((value) => h('td', {}, [value ? String(Math.round(value)) : '–'])), h('td', {}, [])]);
  const heads = held.map((_, column) => h('th', { class: 'column' }, [`Role ${column + 1}`]));
  const next = [
    h('thead', {}, [h('tr', {}, [h('th', { class: 'head' }, [`${checks.filter((said) => said !== 'ok').length} rows to mend`]), ...heads, h('th', { class: 'tail' }, ['Check'])])]),
    h('tbody', {}, [...spacer(first, 'above'), ...lines, ...spacer(ROWS - last, 'below')]),
    h('tfoot', {}, [foot('Rows held as A', held), foot('Hours', hours)]),
  ];
  patchChildren(table, shown, next);
  shown = next;
};

place.addEventListener('scroll', () => {
  const now = Math.floor(place.scrollTop / HEIGHT);
  if (now === top) return;
  top = now;
  draw();
});
table.addEventListener('keydown', (event) => {
  event.preventDefault();
  if (event.key === 'ArrowDown') at = [Math.min(ROWS - 1, at[0] + 1), at[1]];
  else if (event.key === 'ArrowUp') at = [Math.max(0, at[0] - 1), at[1]];
  else cells[at[0]][at[1]] = event.key.toUpperCase();
  draw();
  requestAnimationFrame(() => document.querySelector(`[data-cell="${at[0]}-${at[1]}"]`).focus());
});
draw();

// Opening the grid again from nothing.
window.close = () => {
  table.replaceChildren();
  shown = [];
};
window.build = draw;
