// The yardstick: the same grid by a small virtual DOM of one's own, windowed by rows as the app's is, with the same
// work after a key: set the letter, check the row, add up the columns, draw what differs.
import { COLUMNS, letter, ROWS } from './project.js';

const HEIGHT = 34;
const h = (tag, attributes, children) => ({ tag, attributes, children });

const create = (node) => {
  if (typeof node === 'string') return document.createTextNode(node);
  const element = document.createElement(node.tag);
  for (const [name, value] of Object.entries(node.attributes)) element.setAttribute(name, value);
  for (const child of node.children) element.append(create(child));
  return element;
};

const patch = (parent, place, before, after) => {
  const element = parent.childNodes[place];
  if (typeof before === 'string' || typeof after === 'string' || before.tag !== after.tag) {
    if (before !== after) parent.replaceChild(create(after), element);
    return;
  }
  for (const [name, value] of Object.entries(after.attributes)) {
    if (before.attributes[name] !== value) element.setAttribute(name, value);
  }
  const shared = Math.min(before.children.length, after.children.length);
  for (let at = 0; at < shared; at += 1) patch(element, at, before.children[at], after.children[at]);
  for (let at = shared; at < after.children.length; at += 1) element.append(create(after.children[at]));
  while (element.childNodes.length > after.children.length) element.lastChild.remove();
};

const cells = Array.from({ length: ROWS }, (_, row) => Array.from({ length: COLUMNS }, (_, column) => letter(row, column)));
let at = [0, 0];
let top = 0;
let shown;
const body = document.querySelector('tbody');
const place = document.querySelector('.place');

const check = (row) => {
  const accountable = row.filter((parts) => parts.includes('A')).length;
  if (accountable !== 1) return accountable ? 'Too many Accountable' : 'No Accountable';
  return row.some((parts) => parts.includes('R')) ? 'ok' : 'Nobody Responsible';
};

const render = () => {
  const first = Math.max(0, top - 4);
  const last = Math.min(ROWS, top + Math.floor(place.clientHeight / HEIGHT) + 5);
  const rows = [];
  const spacer = (count) => h('tr', {}, [h('td', { class: 'spacer', colspan: '99', style: `height:${count * HEIGHT}px` }, [])]);
  rows.push(spacer(first));
  for (let row = first; row < last; row += 1) {
    const line = cells[row].map((parts, column) =>
      h('td', { role: 'gridcell', 'aria-selected': String(at[0] === row && at[1] === column), tabindex: at[0] === row && at[1] === column ? '0' : '-1', 'data-cell': `${row}-${column}` }, [...parts].map((part) => h('b', {}, [part]))),
    );
    rows.push(h('tr', {}, [h('td', { class: 'head' }, [`Task ${row + 1}`]), ...line, h('td', {}, [check(cells[row])])]));
  }
  rows.push(spacer(ROWS - last));
  const held = Array.from({ length: COLUMNS }, (_, column) => cells.filter((row) => row[column].includes('A')).length);
  rows.push(h('tr', {}, [h('td', {}, ['Rows held as A']), ...held.map((count) => h('td', {}, [String(count)])), h('td', {}, [])]));
  const next = h('tbody', {}, rows);
  if (!shown) for (const row of rows) body.append(create(row));
  else {
    const all = { childNodes: [body] };
    patch(all, 0, shown, next);
  }
  shown = next;
};

place.addEventListener('scroll', () => {
  top = Math.floor(place.scrollTop / HEIGHT);
  render();
});
body.addEventListener('keydown', (event) => {
  event.preventDefault();
  if (event.key === 'ArrowDown') at = [Math.min(ROWS - 1, at[0] + 1), at[1]];
  else if (event.key === 'ArrowUp') at = [Math.max(0, at[0] - 1), at[1]];
  else cells[at[0]][at[1]] = event.key.toUpperCase();
  render();
  requestAnimationFrame(() => document.querySelector(`[data-cell="${at[0]}-${at[1]}"]`).focus());
});
render();
