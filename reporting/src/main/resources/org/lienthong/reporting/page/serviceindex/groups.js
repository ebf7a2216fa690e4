// Groups and metrics of the service index as bars of points, and what would raise them.

import { element, link, svg } from '../dom.js';
import { decimal, number, said, share, term, word } from '../language.js';
import { href } from '../routes.js';
import { table } from '../tables.js';

/** @param unit its code, which with the period leads to the lists of dossiers */
export function groups(answer, unit, period) {
  return element('div', { class: 'groups' }, answer.groups.map(group =>
    element('details', { 'data-key': group.code, 'data-group': group.code },
      element('summary', {},
        element('span', { class: 'group-name' }, said(group.nameVi, group.name)),
        bar(group.points, group.maximum),
        element('span', { class: 'group-points' }, word('pointsOf', decimal(group.points, 2), number(group.maximum)))),
      table({
        id: 'metrics-' + group.code, label: said(group.nameVi, group.name), rows: group.metrics, key: metric => metric.code,
        columns: [
          { title: word('metric'), cell: metric => metricName(metric, unit, period) },
          { title: word('numerator'), cell: metric => number(metric.numerator) },
          { title: word('denominator'), cell: denominator },
          { title: '%', cell: metric => share(ratioOf(metric)) },
          { title: word('points'), cell: metric => decimal(metric.points, 2) },
          { title: word('maximum'), cell: metric => number(metric.maximum) }
        ]
      }))));
}

/** What would raise the index most, the largest gain first. */
export function raises(answer) {
  const names = new Map();
  answer.groups.forEach(group => group.metrics.forEach(metric => names.set(metric.code, metric)));
  const gains = answer.raise.filter(raise => raise.gain > 0);
  return gains.length === 0
    ? element('p', { class: 'quiet' }, word('raiseNone'))
    : element('ol', { class: 'raises' }, gains.map(raise => element('li', { 'data-metric': raise.metric },
      element('strong', {}, word('raiseGain', decimal(raise.gain, 2))), ' ', nameOf(names.get(raise.metric), raise),
      element('p', { class: 'quiet' }, said(raise.action.vi, raise.action.en), missing(raise)))));
}

function missing(raise) {
  const counted = (name, count, points) => ' ' + word(name, number(count), term('things', raise.counts), points);
  return [
    raise.missing !== null && counted('raiseNext', raise.missing, decimal(raise.next, 2)),
    raise.missingForAll !== null && raise.missingForAll !== raise.missing && counted('raiseAll', raise.missingForAll)
  ];
}

function nameOf(metric, raise) {
  return metric ? said(metric.nameVi, metric.name) : raise.metric;
}

function metricName(metric, unit, period) {
  return [
    said(metric.nameVi, metric.name),
    metric.note && element('small', {}, said(metric.note.vi, metric.note.en)),
    metric.dossiers && metric.points < metric.maximum && element('small', {},
      link(href('costly', [unit, metric.code], { period: period }), {}, word('costly')))
  ];
}

/** Both where official sources disagree. */
function denominator(metric) {
  const other = metric.otherDenominator;
  return [
    number(metric.denominator),
    other !== null && other !== undefined && other !== metric.denominator && element('small', {},
      ' ' + word('otherDenominator', number(other), number(Math.abs(other - metric.denominator))))
  ];
}

function ratioOf(metric) {
  return metric.denominator > 0 && metric.numerator !== null ? metric.numerator / metric.denominator : null;
}

export function bar(points, maximum) {
  const part = maximum > 0 && points > 0 ? Math.min(100, 100 * points / maximum) : 0;
  return svg('svg', { class: 'bar', 'aria-hidden': 'true' },
    svg('rect', { class: 'track', width: '100%', height: '100%' }),
    svg('rect', { class: 'on-time', width: part + '%', height: '100%' }));
}
