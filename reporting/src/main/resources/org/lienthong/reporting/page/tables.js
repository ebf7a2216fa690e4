// Tables that can be sorted by a link in the head of each column, and that scroll by themselves where they are too wide.

import { element, link } from './dom.js';
import { word } from './language.js';
import { altered, hrefOf } from './routes.js';

/**
 * A column of a table.
 *
 * @typedef {object} Column
 * @property {string} name in the address, when the table can be sorted by it
 * @property {string} title
 * @property {function} cell of a row: what to show
 * @property {function} [value] of a row: by what to sort; null is always last
 * @property {boolean} [text] left-aligned
 */

/**
 * A table in a place of its own. The first column is the name of the row.
 *
 * @param {object} about `id` of the table, `label`, `columns`, `rows`, `key` of a row; `route` and `order` (such as
 *     `received.desc`) where it can be sorted
 */
export function table(about) {
  const order = about.route && parseOrder(about.route.query.sort || about.order);
  const rows = order ? sorted(about.rows, about.columns, order) : about.rows;
  return scrolling(about.label, element('table', { id: about.id },
    element('caption', { class: 'unseen' }, about.label),
    element('thead', {}, element('tr', {}, about.columns.map(column => head(column, about.route, order)))),
    element('tbody', {}, rows.map(row => element('tr', { 'data-key': about.key(row), 'data-row': about.key(row) },
      about.columns.map((column, at) => at === 0
        ? element('th', { scope: 'row' }, column.cell(row))
        : element('td', { class: column.text && 'text' }, column.cell(row))))))));
}

/** A wide thing scrolls in its own place, by keyboard too; the page never does sideways. */
export function scrolling(label, wide) {
  return element('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': label }, wide);
}

function head(column, route, order) {
  const kind = column.text ? 'text' : null;
  if (!route || !column.value) {
    return element('th', { scope: 'col', class: kind }, column.title);
  }
  const isSorted = order.name === column.name;
  const descending = isSorted ? !order.descending : !column.text;
  const direction = isSorted ? (order.descending ? 'descending' : 'ascending') : null;
  const sort = column.name + (descending ? '.desc' : '.asc');
  return element('th', { scope: 'col', class: kind, 'aria-sort': direction },
    link(hrefOf(altered(route, { sort: sort })), { 'data-replace': true, title: word('sortBy', column.title) }, column.title));
}

function parseOrder(text) {
  const parts = text.split('.');
  return { name: parts[0], descending: parts[1] === 'desc' };
}

function sorted(rows, columns, order) {
  const column = columns.find(candidate => candidate.name === order.name && candidate.value);
  if (!column) {
    return rows;
  }
  const sign = order.descending ? -1 : 1;
  return rows.map((row, at) => ({ row: row, value: column.value(row), at: at }))
    .sort((a, b) => isNone(a.value) - isNone(b.value) || sign * compared(a.value, b.value) || a.at - b.at)
    .map(entry => entry.row);
}

function isNone(value) {
  return value === null || value === undefined ? 1 : 0;
}

function compared(a, b) {
  if (isNone(a) || isNone(b)) {
    return 0;
  }
  return typeof a === 'string' ? a.localeCompare(b, 'vi') : a - b;
}
