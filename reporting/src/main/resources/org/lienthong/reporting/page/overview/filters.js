// What figures are asked for: map, period and sector, all of it in the address.

import { element } from '../dom.js';
import { field, SECTORS, select, valuesOf } from '../forms.js';
import { term, today, word } from '../language.js';
import { periods } from '../months.js';

/** The parameters of the address that choose figures. */
export const SCOPE = ['on', 'map', 'asOf', 'from', 'to', 'sector'];

export function filters(query) {
  const usual = periods();
  const chosen = usual.find(period => period.from === (query.from || '') && period.to === (query.to || ''));
  return element('form', { class: 'filters', 'data-at-once': true, 'aria-label': word('filters') },
    field('map', select('map', mapOf(query), [
      ['filed', word('mapFiled')], ['current', word('mapCurrent')], ['asOf', word('mapAsOf')]
    ])),
    query.asOf && field('asOf', element('input', { type: 'date', name: 'asOf', value: query.asOf, required: true })),
    field('period', select('period', chosen ? chosen.name : '',
      usual.map(period => [period.name, word(period.name)]).concat(chosen ? [] : [['', word('periodOther')]]))),
    field('from', month('from', query.from)),
    field('to', month('to', query.to)),
    field('sector', select('sector', query.sector || '',
      [['', word('allSectors')]].concat(SECTORS.map(sector => [sector, term('sectors', sector)])))));
}

/** The parameters that the form says. @param changed the name of the field that was changed last */
export function readFilters(form, changed, query) {
  const values = valuesOf(form);
  const period = changed === 'period' && periods().find(candidate => candidate.name === values.period);
  return Object.assign({}, query, {
    map: values.map === 'current' ? 'current' : '',
    asOf: values.map === 'asOf' ? values.asOf || today() : '',
    // The day on which the code is meant: a chosen map knows it by itself.
    on: values.map === 'filed' ? query.on : '',
    from: period ? period.from : values.from,
    to: period ? period.to : values.to,
    sector: values.sector
  });
}

function mapOf(query) {
  return query.asOf ? 'asOf' : query.map === 'current' ? 'current' : 'filed';
}

/** Browsers without a control for months show text: the pattern says what they expect. */
function month(name, value) {
  return element('input', {
    type: 'month', name: name, value: value || '', pattern: '\\d{4}-\\d{2}', placeholder: '2025-01', maxlength: '7'
  });
}
