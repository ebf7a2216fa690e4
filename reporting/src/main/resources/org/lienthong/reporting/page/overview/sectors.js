// Sectors as bars: each as long as its number of dossiers, divided by what became of them.

import { element, svg } from '../dom.js';
import { number, term, word } from '../language.js';
import { table } from '../tables.js';

const PARTS = [
  { kind: 'on-time', legend: 'legendOnTime', count: f => f.onTime },
  { kind: 'open', legend: 'legendOpen', count: f => f.inProgress - f.overdue },
  { kind: 'late', legend: 'legendLate', count: f => f.late + f.overdue },
  { kind: 'other', legend: 'legendOther', count: f => f.refused + f.withdrawn + f.suspended }
];

export function sectors(groups) {
  const rows = groups.filter(group => group.figures).sort((a, b) => b.figures.received - a.figures.received);
  const most = Math.max(1, ...rows.map(row => row.figures.received));
  return [
    element('p', { class: 'legend' }, PARTS.map(part => element('span', { class: 'key ' + part.kind }, word(part.legend)))),
    table({
      id: 'sectors', label: word('bySector'), rows: rows, key: row => row.name,
      columns: [
        { title: word('sector'), cell: row => term('sectors', row.name) },
        { title: word('shares'), cell: row => bar(row.figures, most) },
        { title: word('received'), cell: row => number(row.figures.received) }
      ]
    })
  ];
}

function bar(figures, most) {
  const said = PARTS.map(part => word(part.legend) + ' ' + number(part.count(figures))).join('; ');
  let at = 0;
  return svg('svg', { class: 'bar', role: 'img', 'aria-label': said }, svg('title', {}, said), PARTS.map(part => {
    const width = 100 * part.count(figures) / most;
    const rect = svg('rect', { x: at + '%', y: 0, width: width + '%', height: '100%', class: part.kind });
    at += width;
    return rect;
  }));
}
