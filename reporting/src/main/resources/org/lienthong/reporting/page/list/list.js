// Dossiers that fit what the reader looks for, and those that are overdue.

import { dossiers, download, unit } from '../api.js';
import { element, link } from '../dom.js';
import { field, SECTORS, select, STATUSES, valuesOf } from '../forms.js';
import { number, term, word } from '../language.js';
import { only } from '../routes.js';
import { nameOf } from '../units.js';
import { firstRows, moreLink, shownOf } from './pages.js';
import { rowsTable } from './rows.js';

const SEARCH = ['q', 'unit', 'on', 'status', 'procedure', 'agency', 'sector', 'channel', 'from', 'to'];

export const dossiersView = view('dossiersTitle', 'noDossiers', {});
export const overdueView = view('overdueTitle', 'noOverdue', { overdue: 'true' });

function view(title, none, always) {
  const asked = route => Object.assign({}, only(route.query, SEARCH), always);
  return {
    unitOf: route => route.query.unit,
    title: (route, list) => titleOf(title, list),

    async load(route) {
      const answers = await Promise.all([
        firstRows(part => dossiers(Object.assign(asked(route), part)), answer => answer.dossiers, shownOf(route)),
        route.query.unit ? unit(route.query.unit) : null
      ]);
      return Object.assign({ unit: answers[1] }, answers[0]);
    },

    read(form, changed, route) {
      const values = valuesOf(form);
      // The day goes with the code of the unit that came with it.
      return { view: route.view, parts: route.parts, query: Object.assign({}, route.query, values, {
        on: values.unit === route.query.unit ? route.query.on : '', show: ''
      }) };
    },

    draw: (route, list) => [
      element('h1', { tabindex: '-1' }, titleOf(title, list)),
      search(route.query, always),
      list.rows.length === 0
        ? element('p', { class: 'note', id: 'none' }, word(none))
        : [
          element('p', { class: 'actions' }, word('shown', number(list.rows.length)), '. ', word('download'), ': ',
            link(download('dossiers', 'xlsx', asked(route)), {}, 'Excel'), ', ',
            link(download('dossiers', 'csv', asked(route)), {}, 'CSV')),
          rowsTable(titleOf(title, list), list.rows)
        ],
      moreLink(route, list)
    ]
  };
}

function titleOf(title, list) {
  return list.unit ? word(title) + ': ' + nameOf(list.unit) : word(title);
}

function search(query, always) {
  const text = (name, label, hint) =>
    field(label, element('input', { type: 'text', name: name, value: query[name] || '', maxlength: '200', placeholder: hint, autocomplete: 'off', spellcheck: 'false' }));
  const date = (name, label) => field(label, element('input', { type: 'date', name: name, value: query[name] || '' }));
  return element('form', { class: 'filters', role: 'search', 'aria-label': word('filters') },
    text('q', 'searchCode', 'H36.25-250701'),
    text('unit', 'unitCode', '25000'),
    !always.overdue && field('status', select('status', query.status || '',
      [['', word('anyStatus')]].concat(STATUSES.map(status => [status, term('statuses', status)])))),
    field('sector', select('sector', query.sector || '',
      [['', word('allSectors')]].concat(SECTORS.map(sector => [sector, term('sectors', sector)])))),
    text('procedure', 'procedureCode', '1.005129'),
    text('agency', 'agencyCode', 'H36.25'),
    date('from', 'filedFrom'),
    date('to', 'filedTo'),
    element('p', { class: 'field' }, element('button', { type: 'submit', 'data-apply': true }, word('apply'))));
}
