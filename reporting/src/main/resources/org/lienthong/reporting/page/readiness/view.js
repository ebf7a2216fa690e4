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
      answer.readiness.reported > 0 ? figures(answer.readiness) : element('p', { class: 'note' }, word('noReadiness')),
      element('p', { class: 'quiet' }, word('readinessSource'))),
    answer.readiness.reported > 0 && section('measures', measures(answer.readiness)),
    answer.children.length > 0 && section('children', units('children', answer.children, route)),
    answer.areas.length > 0 && section('areas', units('areas', answer.areas, route),
      element('p', { class: 'quiet' }, word('areasHint')))
  ]
};

/** Numbers that no agency states are null, and shown as such. */
function figures(sums) {
  return element('dl', { class: 'totals' },
    item('reported', word('outOf', number(sums.reported), number(sums.agencies)), percent(sums.reported, sums.agencies)),
    item('computers', number(sums.computers)),
    item('computersBelow', number(sums.computersBelowMinimum), percent(sums.computersBelowMinimum, sums.computers)),
    item('withLan', number(sums.lan), percent(sums.lan, sums.reported)),
    item('bandwidth', sums.bandwidth.median === null ? '–' : word('bandwidthValue', decimal(sums.bandwidth.median, 1)),
      sums.bandwidth.unknown > 0 && word('unknownAgencies', number(sums.bandwidth.unknown))),
    item('staff', number(sums.staff), sums.staffUnknown > 0 && word('unknownAgencies', number(sums.staffUnknown))),
    item('trained', number(sums.staffTrained),
      sums.staffTrainedUnknown > 0 ? word('unknownAgencies', number(sums.staffTrainedUnknown))
        : percent(sums.staffTrained, sums.staff)));
}

function item(name, value, hint) {
  return element('div', { 'data-figure': name },
    element('dt', {}, word(name)), element('dd', {}, value), hint && element('dd', { class: 'hint' }, hint));
}

function measures(sums) {
  const codes = Object.keys(sums.securityMeasures);
  codes.sort((a, b) => sums.securityMeasures[b] - sums.securityMeasures[a]);
  return table({
    id: 'measures', label: word('measures'), rows: codes, key: code => code,
    columns: [
      { title: word('measure'), cell: code => term('securityMeasures', code) },
      { title: '%', cell: code => bar(sums.securityMeasures[code], sums.reported) },
      { title: word('agencies'), cell: code => word('outOf', number(sums.securityMeasures[code]), number(sums.reported)) }
    ]
  });
}

function units(name, all, route) {
  return table({
    id: name, label: word(name), rows: all, route: route, order: 'unit.asc', key: row => idOf(row.unit),
    columns: [
      {
        name: 'unit', title: word('unit'), text: true, value: row => nameOf(row.unit),
        cell: row => link(href('readiness', [row.unit.code]), {}, nameOf(row.unit))
      },
      counted('agencies', 'agencies'),
      counted('reported', 'reported'),
      counted('computers', 'computers'),
      counted('computersBelowMinimum', 'computersBelowShort'),
      counted('lan', 'withLanShort'),
      {
        name: 'bandwidth', title: word('bandwidthShort'), value: row => row.readiness.bandwidth.median,
        cell: row => decimal(row.readiness.bandwidth.median, 1)
      },
      counted('staff', 'staff'),
      counted('staffTrained', 'trained')
    ]
  });
}

function counted(name, title) {
  return {
    name: name, title: word(title), value: row => row.readiness[name], cell: row => number(row.readiness[name])
  };
}
