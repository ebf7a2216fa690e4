// The monthly report of a unit: a sheet to look at, print and sign, laid out as Decree 30/2020/NĐ-CP has it.

import { overview, Problem, serviceIndex } from '../api.js';
import { element } from '../dom.js';
import { field, select, valuesOf } from '../forms.js';
import { word } from '../language.js';
import { lastDay, plus, years } from '../months.js';
import { latestMonth } from '../serviceindex/view.js';
import { scrolling } from '../tables.js';
import { nameOf } from '../units.js';
import { sheet } from './sheet.js';

export const reportView = {
  unitOf: route => route.parts[0],
  title: (route, answer) => word('reportTitle') + ' ' + answer.month + ': ' + nameOf(answer.inMonth.unit),

  async load(route) {
    const unit = route.parts[0];
    const month = /^\d{4}-\d\d$/.test(route.query.month) ? route.query.month : await latestMonth(unit);
    // The code of the unit is meant as of the month that is reported.
    const stretch = (from, to) => overview(unit, { on: lastDay(month), from: from, to: to });
    const answers = await Promise.all([
      stretch(month, month), stretch(plus(month, -1), plus(month, -1)), stretch(month.slice(0, 4) + '-01', month),
      indexOf(unit, month)
    ]);
    return { month: month, inMonth: answers[0], monthBefore: answers[1], sinceJanuary: answers[2], index: answers[3] };
  },

  read(form, changed, route) {
    const values = valuesOf(form);
    return { view: route.view, parts: route.parts, query: { month: values.year + '-' + values.month } };
  },

  draw: (route, answer) => [
    element('h1', { tabindex: '-1', class: 'screen-only' }, word('reportTitle')),
    monthForm(answer.month),
    scrolling(word('reportTitle'), sheet(answer))
  ]
};

/** The index where it can be had: a report without it is a report still. */
async function indexOf(unit, month) {
  try {
    return await serviceIndex(unit, month);
  } catch (e) {
    if (e instanceof Problem) {
      return null;
    }
    throw e;
  }
}

function monthForm(month) {
  const year = month.slice(0, 4);
  const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
  return element('form', { class: 'filters screen-only', 'data-at-once': true, 'aria-label': word('filters') },
    field('year', select('year', year, years(year).map(one => [one, one]))),
    field('month', select('month', month.slice(5), months.map(one => [one, one]))),
    element('p', { class: 'field' }, element('button', { type: 'button', 'data-print': true }, word('print'))));
}
