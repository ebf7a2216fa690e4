// The view of what the agencies of a unit have to work with.

import { readiness } from '../api.js';
import { element, link } from '../dom.js';
import { decimal, number, percent, term, word } from '../language.js';
import { href } from '../routes.js';
import { section } from '../sections.js';
import { bar } from '../serviceindex/groups.js';
import { table } from '../tables.js';
import { aboutOf, idOf, nameOf } from '../units.js';

export const readinessView = {
  unitOf: route => route.parts[0],
  load: route => readiness(route.parts[0]),
  title: (route, answer) => word('viewReadiness') + ': ' + nameOf(answer.unit),

  draw: (route, answer) => [
    element('h1', { tabindex: '-1' }, nameOf(answer.unit)),
    element('p', { class: 'quiet' }, aboutOf(answer.unit)),
    section('readinessTitle',
      answer.reported > 0 ? figures(answer) : element('p', { class: 'note' }, word('noReadiness')),
      element('p', { class: 'quiet' }, word('readinessSource'))),
    answer.reported > 0 && section('measures', measures(answer)),
    answer.children.length > 0 && section('children', children(answer.children, route))
  ]
};

function figures(answer) {
  return element('dl', { class: 'totals' },
    item('reported', word('outOf', number(answer.reported), number(answer.agencies)), percent(answer.reported, answer.agencies)),
    item('computers', number(answer.computers)),
    item('computersBelow', number(answer.computersBelowMinimum), percent(answer.computersBelowMinimum, answer.computers)),
    item('withLan', number(answer.withLan), percent(answer.withLan, answer.reported)),
    item('bandwidth', known(answer.bandwidthMedianMbps) ? word('bandwidthValue', decimal(answer.bandwidthMedianMbps, 1)) : '–',
      answer.bandwidthUnknown > 0 && word('bandwidthUnknown', number(answer.bandwidthUnknown))),
    item('staff', number(answer.staff)),
    item('trained', number(answer.staffTrained), percent(answer.staffTrained, answer.staff)));
}

function item(name, value, hint) {
  return element('div', { 'data-figure': name },
    element('dt', {}, word(name)), element('dd', {}, value), hint && element('dd', { class: 'hint' }, hint));
}

function known(value) {
  return value !== null && value !== undefined;
}

function measures(answer) {
  const codes = Object.keys(answer.measures).sort((a, b) => answer.measures[b] - answer.measures[a]);
  return table({
    id: 'measures', label: word('measures'), rows: codes, key: code => code,
    columns: [
      { title: word('measure'), cell: code => term('securityMeasures', code) },
      { title: '%', cell: code => bar(answer.measures[code], answer.reported) },
      { title: word('agencies'), cell: code => word('outOf', number(answer.measures[code]), number(answer.reported)) }
    ]
  });
}

function children(all, route) {
  const counted = (name, title) =>
    ({ name: name, title: word(title), value: child => child[name], cell: child => number(child[name]) });
  return table({
    id: 'children', label: word('children'), rows: all, route: route, order: 'unit.asc', key: child => idOf(child.unit),
    columns: [
      {
        name: 'unit', title: word('unit'), text: true, value: child => nameOf(child.unit),
        cell: child => link(href('readiness', [child.unit.code]), {}, nameOf(child.unit))
      },
      counted('agencies', 'agencies'),
      counted('reported', 'reported'),
      counted('computers', 'computers'),
      counted('computersBelowMinimum', 'computersBelowShort'),
      counted('withLan', 'withLanShort'),
      {
        name: 'bandwidth', title: word('bandwidthShort'),
        value: child => child.bandwidthMedianMbps, cell: child => decimal(child.bandwidthMedianMbps, 1)
      },
      counted('staff', 'staff'),
      counted('staffTrained', 'trained')
    ]
  });
}
