// Dossiers in a table; on a small screen each is a card, with the title of every cell before it.

import { element, link } from '../dom.js';
import { day, dayOf, number, term, word } from '../language.js';
import { href } from '../routes.js';

const MILLIS_OF_A_DAY = 24 * 3600 * 1000;

const COLUMNS = [
  { title: 'dossierCode', cell: row => link(href('dossier', [row.code]), {}, row.code) },
  { title: 'procedure', cell: row => named(row.procedure) },
  { title: 'filedAt', cell: row => named(row.unit) },
  { title: 'holder', cell: row => named(row.holderAgency) },
  { title: 'filedOn', cell: row => day(row.filedOn) },
  { title: 'dueOn', cell: row => (row.dueAt ? dayOf(row.dueAt) : '–') },
  { title: 'progress', cell: progress }
];

export function rowsTable(label, dossiers) {
  // Cards are no table to a browser; the roles say that it still is one.
  return element('table', { id: 'dossiers', class: 'cards', role: 'table', 'aria-label': label },
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' },
      COLUMNS.map(column => element('th', { scope: 'col', role: 'columnheader' }, word(column.title))))),
    element('tbody', { role: 'rowgroup' }, dossiers.map(row =>
      element('tr', { role: 'row', 'data-key': row.code, 'data-overdue': Boolean(row.overdue) },
        COLUMNS.map((column, at) => element(at === 0 ? 'th' : 'td',
          { role: at === 0 ? 'rowheader' : 'cell', scope: at === 0 && 'row', 'data-title': word(column.title) },
          column.cell(row)))))));
}

/** Null: not known. */
function named(thing) {
  return thing && thing.name ? [thing.name, ' ', element('small', {}, thing.code)] : thing ? thing.code : '–';
}

function progress(row) {
  const notes = [row.status && term('statuses', row.status)];
  if (row.overdue) {
    const days = Math.floor((Date.now() - new Date(row.overdueFrom || row.dueAt)) / MILLIS_OF_A_DAY);
    notes.push(element('strong', { class: 'bad' }, days > 0 ? word('daysOverdue', number(days)) : word('overdueToday')));
  } else if (row.finishedAt) {
    notes.push(word('finishedOn', dayOf(row.finishedAt)));
  } else if (row.overdue === false) { // where a list says whether it is
    notes.push(row.dueAt ? word('open') : word('noDue'));
  }
  if (row.rating) {
    notes.push(word('rated', number(row.rating)));
  }
  if (row.anomalies > 0) {
    notes.push(word('oddities', number(row.anomalies)));
  }
  return notes.filter(note => note).map((note, at) => [at > 0 && ' · ', note]);
}
