// Figures as lists and bars.

import { element, replaceChildren, svg } from './dom.js';
import { number, percent, word } from './language.js';

const MAIN = ['received', 'inProgress', 'onTime', 'late', 'overdue'];
const OTHERS = ['waitingSupplement', 'refused', 'withdrawn', 'suspended', 'online', 'paidOnline', 'permits', 'anomalous'];

export function totals(list, figures) {
  const items = MAIN.map(name => item(name, word(name), number(valueOf(figures, name))));
  const finished = figures ? figures.onTime + figures.late : 0;
  items.push(item('share', word('onTimeShare'), percent(figures ? figures.onTime : 0, finished), word('onTimeShareHint')));
  replaceChildren(list, items);
}

/** All figures of a unit. */
export function details(list, figures) {
  replaceChildren(list, MAIN.concat(OTHERS).map(name => item(name, word(name), number(valueOf(figures, name)))));
}

export function legend(place) {
  replaceChildren(place, PARTS.map(part =>
    element('span', { class: 'key ' + part.kind }, word(part.legend))));
}

/** A table whose rows carry a bar each: as long as the greatest, divided by what became of the dossiers. */
export function bars(table, caption, groups, nameOf) {
  const greatest = Math.max(1, ...groups.map(group => group.figures.received));
  const rows = groups.map(group => element('tr', {},
    element('th', { scope: 'row' }, nameOf(group.name)),
    element('td', { class: 'bar' }, bar(group.figures, greatest)),
    element('td', {}, number(group.figures.received))));
  const head = element('tr', {},
    element('th', { scope: 'col' }, caption),
    element('th', { scope: 'col' }, element('span', { class: 'unseen' }, word('shares'))),
    element('th', { scope: 'col' }, word('received')));
  replaceChildren(table, [element('thead', {}, head), element('tbody', {}, ...rows)]);
}

const PARTS = [
  { kind: 'on-time', legend: 'legendOnTime', count: f => f.onTime },
  { kind: 'open', legend: 'legendOpen', count: f => f.inProgress - f.overdue },
  { kind: 'late', legend: 'legendLate', count: f => f.late + f.overdue },
  { kind: 'other', legend: 'legendOther', count: f => f.refused + f.withdrawn + f.suspended }
];

function bar(figures, greatest) {
  const said = PARTS.map(part => word(part.legend) + ' ' + number(part.count(figures))).join('; ');
  let at = 0;
  const parts = PARTS.map(part => {
    const width = 100 * part.count(figures) / greatest;
    const rect = svg('rect', { x: at + '%', y: 0, width: width + '%', height: '100%', class: part.kind });
    at += width;
    return rect;
  });
  return svg('svg', { role: 'img', 'aria-label': said }, svg('title', {}, said), ...parts);
}

function item(kind, name, value, hint) {
  const shown = element('div', { 'data-figure': kind }, element('dt', {}, name), element('dd', {}, value));
  if (hint) {
    shown.appendChild(element('dd', { class: 'hint' }, hint));
  }
  return shown;
}

function valueOf(figures, name) {
  return figures ? figures[name] : null;
}
