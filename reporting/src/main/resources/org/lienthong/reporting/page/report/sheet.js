// The sheet of the monthly report.

import { element } from '../dom.js';
import { day, decimal, moment, number, said, share, term, word } from '../language.js';
import { figureColumns } from '../overview/children.js';
import { shareOf, valueOf } from '../overview/measures.js';
import { idOf, nameOf } from '../units.js';

const counted = name => ({ title: name, text: figures => number(valueOf(figures, name)) });
const shared = (title, name) => ({ title: title, text: figures => share(shareOf(figures, name).value) });

const LINES = [
  counted('received'), counted('inProgress'), counted('waitingSupplement'), counted('onTime'), counted('late'),
  shared('onTimeLine', 'onTime'),
  { title: 'overdueLine', text: figures => number(valueOf(figures, 'overdue')) },
  counted('refused'), counted('withdrawn'), counted('suspended'),
  { title: 'meanLine', text: figures => decimal(valueOf(figures, 'meanHours'), 1) },
  { title: 'medianLine', text: figures => decimal(valueOf(figures, 'medianHours'), 1) },
  shared('onlineShare', 'online'), shared('digitisedShare', 'digitised'), shared('paidOnlineShare', 'paidOnline')
];

export function sheet(answer) {
  const unit = answer.inMonth.unit;
  const children = answer.inMonth.children.filter(child => child.level !== 'AREA' && child.figures);
  const sectors = answer.inMonth.sectors.map(group => Object.assign({ title: term('sectors', group.name) }, group));
  const parts = [
    general(answer),
    children.length > 0 && part('partChildren', figureTable(word('unit'), children, nameOf, idOf)),
    sectors.length > 0 && part('partSectors', figureTable(word('sector'), sectors, group => group.title, group => group.name)),
    answer.index && part('partIndex', indexTable(answer.index))
  ];
  return element('article', { class: 'sheet' },
    head(unit, answer.month),
    element('div', { class: 'report-title' },
      element('p', {}, word('reportKind')),
      element('h2', {}, word('reportSubject')),
      element('p', {}, word('monthOf', String(Number(answer.month.slice(5))), answer.month.slice(0, 4)))),
    parts.filter(shown => shown),
    element('p', { class: 'quiet' }, word('reportSource', moment(answer.inMonth.freshness.changedAt), mapText(answer.inMonth.map))),
    element('div', { class: 'signatures' },
      [['prepared', 'signHint'], ['signer', 'sealHint']].map(pair =>
        element('div', {}, element('p', {}, element('strong', {}, word(pair[0]))), element('p', {}, word(pair[1]))))));
}

function head(unit, month) {
  return element('div', { class: 'report-head' },
    element('div', {},
      element('p', {}, word('agencyOf')), element('p', {}, element('strong', {}, nameOf(unit))),
      element('p', {}, word('reportNumber'))),
    element('div', {},
      element('p', {}, element('strong', {}, word('country'))), element('p', { class: 'motto' }, word('motto')),
      element('p', {}, element('em', {}, word('reportDate', month.slice(0, 4))))));
}

function general(answer) {
  const columns = ['inMonth', 'monthBefore', 'sinceJanuary'];
  return part('partFigures', element('table', { id: 'report-figures' },
    headRow([word('figure')].concat(columns.map(column => word(column)))),
    element('tbody', {}, LINES.map(line => element('tr', { 'data-line': line.title },
      element('th', { scope: 'row' }, word(line.title)),
      columns.map(column => element('td', {}, line.text(answer[column].figures))))))));
}

/** Rows have `figures`. */
function figureTable(title, rows, nameOfRow, keyOfRow) {
  const columns = figureColumns();
  return element('table', {},
    headRow([title].concat(columns.map(column => column.title))),
    element('tbody', {}, rows.map(row => element('tr', { 'data-key': keyOfRow(row) },
      element('th', { scope: 'row' }, nameOfRow(row)), columns.map(column => element('td', {}, column.cell(row)))))));
}

function indexTable(index) {
  return element('table', { id: 'report-index' },
    headRow([word('group'), word('points'), word('maximum')]),
    element('tbody', {}, index.groups.map(group => element('tr', {},
      element('th', { scope: 'row' }, said(group.nameVi, group.name)),
      element('td', {}, decimal(group.points, 2)), element('td', {}, number(group.maximum))))),
    element('tfoot', {}, element('tr', {}, element('th', { scope: 'row' }, word('totalPoints')),
      element('td', {}, decimal(index.total, 2)), element('td', {}, number(index.maximum)))));
}

function headRow(titles) {
  return element('thead', {}, element('tr', {}, titles.map(title => element('th', { scope: 'col' }, title))));
}

function part(name, content) {
  return element('section', { 'data-key': name, 'aria-labelledby': name + '-title' },
    element('h3', { id: name + '-title' }, word(name)), content);
}

function mapText(map) {
  return map.day ? word('restated', day(map.day)) : word('mapFiled').toLowerCase();
}
