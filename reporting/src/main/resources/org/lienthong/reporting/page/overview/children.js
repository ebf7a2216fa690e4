// The units below one, with their figures, in a table that can be sorted.

import { element, link } from '../dom.js';
import { day, decimal, number, share, word } from '../language.js';
import { table } from '../tables.js';
import { idOf, nameOf, unitHref } from '../units.js';
import { gradeOf, shareOf, valueOf } from './measures.js';

const COLUMNS = [
  counted('received', 'received'),
  counted('inProgress', 'inProgress'),
  shared('onTimeShare', 'onTimeShare', 'onTime'),
  counted('late', 'late'),
  counted('overdue', 'overdueShort'),
  {
    name: 'mean', title: 'meanShort',
    value: row => valueOf(row.figures, 'meanHours'), cell: row => decimal(valueOf(row.figures, 'meanHours'), 1)
  },
  shared('online', 'onlineShort', 'online'),
  shared('digitised', 'digitisedShort', 'digitised')
];

/** The columns of figures in the language of now; rows have `figures`. */
export function figureColumns() {
  return COLUMNS.map(column => Object.assign({}, column, { title: word(column.title) }));
}

/** @param query what a link to a unit keeps of the present address */
export function childrenTable(id, label, units, route, query) {
  const name = { name: 'unit', title: word('unit'), text: true, value: nameOf, cell: unit => nameCell(unit, query) };
  return table({
    id: id, label: label, rows: units, key: idOf, route: route, order: 'received.desc',
    columns: [name].concat(figureColumns())
  });
}

function nameCell(unit, query) {
  return [link(unitHref(unit, query), {}, nameOf(unit)),
    unit.validTo && element('small', {}, ' ' + word('untilShort', day(unit.validTo)))];
}

function counted(name, title) {
  return {
    name: name, title: title,
    value: row => valueOf(row.figures, name), cell: row => number(valueOf(row.figures, name))
  };
}

function shared(name, title, of) {
  return {
    name: name, title: title,
    value: row => shareOf(row.figures, of).value,
    cell: row => {
      const value = shareOf(row.figures, of).value;
      return of === 'onTime' ? element('span', { class: 'grade', 'data-grade': gradeOf(value) }, share(value)) : share(value);
    }
  };
}
