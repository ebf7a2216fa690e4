// The view of the service index of a unit (Decision 766/QĐ-TTg).

import { overview, ranking as rankingOf, serviceIndex } from '../api.js';
import { element } from '../dom.js';
import { field, select, valuesOf } from '../forms.js';
import { decimal, number, word } from '../language.js';
import { thisMonth, years } from '../months.js';
import { section } from '../sections.js';
import { aboutOf, nameOf } from '../units.js';
import { bar, groups, raises } from './groups.js';
import { ranking } from './ranking.js';

export const indexView = {
  unitOf: route => route.parts[0],
  title: (route, answer) => word('viewIndex') + ': ' + nameOf(answer.index.unit),

  async load(route) {
    const period = route.query.period || await latestYear(route.parts[0]);
    const answers = await Promise.all([serviceIndex(route.parts[0], period), rankingOf(period)]);
    return { period: period, index: answers[0], units: answers[1].units };
  },

  read(form, changed, route) {
    const values = valuesOf(form);
    return { view: route.view, parts: route.parts, query: { period: values.year + (values.month && '-' + values.month) } };
  },

  draw: (route, answer) => [
    element('h1', { tabindex: '-1' }, nameOf(answer.index.unit)),
    element('p', { class: 'quiet' }, aboutOf(answer.index.unit)),
    periodForm(answer.period),
    answer.index.total === null
      ? element('p', { class: 'note' }, word('noIndex'))
      : index(answer, route),
    answer.units.length > 0 && section('ranking', ranking(answer.units, answer.index.groups, route, answer.period))
  ]
};

function index(answer, route) {
  const found = answer.index;
  return [
    section('indexTitle',
      element('p', { class: 'total', id: 'total' }, element('strong', {}, decimal(found.total, 2)), ' / ' + number(found.maximum)),
      bar(found.total, found.maximum),
      element('p', { class: 'quiet' }, word('indexSource'))),
    section('groups', groups(found, route.parts[0], answer.period)),
    section('raise', raises(found))
  ];
}

function periodForm(period) {
  const year = period.slice(0, 4);
  const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
  return element('form', { class: 'filters', 'data-at-once': true, 'aria-label': word('filters') },
    field('year', select('year', year, years(year).map(one => [one, one]))),
    field('month', select('month', period.slice(5), [['', word('wholeYear')]].concat(months.map(month => [month, month])))));
}

/** The year of the unit's latest figures, so that the first look shows some. */
export async function latestYear(unit) {
  return (await latestMonth(unit)).slice(0, 4);
}

export async function latestMonth(unit) {
  const months = (await overview(unit, {})).months;
  return months.length > 0 ? months[months.length - 1].name : thisMonth();
}
