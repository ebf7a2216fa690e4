// Small charts of figures by month, side by side, with a table of the same numbers for those who read rather than see.

import { element, svg } from '../dom.js';
import { day, number, share, word } from '../language.js';
import { table } from '../tables.js';
import { shareOf, valueOf } from './measures.js';

const HEIGHT = 110;
const TOP = 8;
const BOTTOM = 20;
const RIGHT = 12;
const LEFT = 44;

const SERIES = [
  { name: 'received', value: f => valueOf(f, 'received'), text: number },
  { name: 'onTimeShare', value: f => shareOf(f, 'onTime').value, text: value => share(value), top: 1 },
  { name: 'overdue', value: f => valueOf(f, 'overdue'), text: number }
];

/** @param width of one chart, CSS pixels */
export function trends(months, width) {
  const columns = [{ title: word('month'), cell: month => day(month.name) }].concat(SERIES.map(series =>
    ({ title: word(series.name), cell: month => series.text(series.value(month.figures)) })));
  return [
    element('div', { class: 'charts' }, SERIES.map(series => chart(series, months, width))),
    element('details', { class: 'as-table' }, element('summary', {}, word('asTable')),
      table({ id: 'months', label: word('trends'), rows: months, key: month => month.name, columns: columns }))
  ];
}

function chart(series, months, width) {
  const points = months.map((month, at) => ({ month: month.name, value: series.value(month.figures), at: at }));
  const known = points.filter(point => point.value !== null);
  const top = series.top || topOf(known);
  const x = at => (LEFT + (width - LEFT - RIGHT) * (months.length > 1 ? at / (months.length - 1) : 0.5)).toFixed(1);
  const y = value => (TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top)).toFixed(1);
  const latest = known[known.length - 1];
  return element('figure', { class: 'chart', 'data-series': series.name },
    element('figcaption', {}, word(series.name), latest && element('strong', {}, series.text(latest.value))),
    svg('svg', { viewBox: '0 0 ' + width + ' ' + HEIGHT, role: 'img', 'aria-label': summary(series, known) },
      [0, top / 2, top].map(tick => [
        svg('line', { class: 'grid', x1: LEFT, x2: width - RIGHT, y1: y(tick), y2: y(tick) }),
        svg('text', { class: 'tick', x: LEFT - 6, y: Number(y(tick)) + 4, 'text-anchor': 'end' }, series.text(tick))
      ]),
      runs(points).map(run => svg('path', {
        class: 'line', d: run.map((point, at) => (at ? 'L' : 'M') + x(point.at) + ' ' + y(point.value)).join('')
      })),
      known.map(point => svg('circle', { class: 'dot', cx: x(point.at), cy: y(point.value), r: 3 },
        svg('title', {}, day(point.month) + ': ' + series.text(point.value)))),
      ends(points).map((point, at) => svg('text', {
        class: 'tick', x: x(point.at), y: HEIGHT - 4, 'text-anchor': at ? 'end' : points.length > 1 ? 'start' : 'middle'
      }, day(point.month)))));
}

/** Stretches of months without a gap: a month without a value is no zero. */
function runs(points) {
  const found = [];
  let run = null;
  points.forEach(point => {
    if (point.value === null) {
      run = null;
    } else if (run) {
      run.push(point);
    } else {
      run = [point];
      found.push(run);
    }
  });
  return found;
}

function ends(points) {
  return points.length > 1 ? [points[0], points[points.length - 1]] : points;
}

/** The top of the scale: a round number of which the half is a whole one. */
function topOf(known) {
  const most = Math.max(2, ...known.map(point => point.value));
  const power = Math.pow(10, Math.floor(Math.log10(most)));
  return [1, 2, 4, 6, 8, 10].map(step => step * power).find(step => step >= most);
}

function summary(series, known) {
  if (known.length === 0) {
    return word(series.name) + ': ' + word('none');
  }
  const first = known[0];
  const last = known[known.length - 1];
  return word('trendSaid', word(series.name), day(first.month), series.text(first.value), day(last.month),
    series.text(last.value));
}
