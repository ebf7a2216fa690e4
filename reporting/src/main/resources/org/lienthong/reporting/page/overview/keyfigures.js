// The figures of one unit at a glance.

import { element, link } from '../dom.js';
import { decimal, number, share, word } from '../language.js';
import { shareOf, valueOf } from './measures.js';

const HOURS_OF_A_DAY = 8;

/** @param overdueHref the list of those that are overdue */
export function keyFigures(figures, overdueHref) {
  return [
    element('dl', { class: 'totals' },
      item('received', word('received'), count(figures, 'received')),
      item('inProgress', word('inProgress'), count(figures, 'inProgress'),
        word('waitingOf', count(figures, 'waitingSupplement'))),
      shareItem('onTimeShare', figures, 'onTime', 'onTimeOf'),
      item('late', word('late'), count(figures, 'late'), word('lateHint')),
      item('overdue', word('overdue'), count(figures, 'overdue'),
        valueOf(figures, 'overdue') > 0 && link(overdueHref, {}, word('overdueLink')))),
    element('dl', { class: 'figures' },
      hours('meanHours', figures),
      hours('medianHours', figures),
      shareItem('onlineShare', figures, 'online', 'partOf'),
      shareItem('digitisedShare', figures, 'digitised', 'partOf'),
      shareItem('paidOnlineShare', figures, 'paidOnline', 'partOf'),
      shareItem('satisfiedShare', figures, 'satisfied', 'partOf'),
      ['refused', 'withdrawn', 'suspended', 'permits', 'anomalous']
        .map(name => item(name, word(name), count(figures, name))))
  ];
}

function count(figures, name) {
  return number(valueOf(figures, name));
}

function shareItem(name, figures, of, hint) {
  const found = shareOf(figures, of);
  return item(name, word(name), share(found.value), word(hint, number(found.part), number(found.whole)));
}

function hours(name, figures) {
  const value = valueOf(figures, name);
  return item(name, word(name), value === null ? '–' : word('hours', decimal(value, 1)),
    value !== null && word('workingDays', decimal(value / HOURS_OF_A_DAY, 1)));
}

function item(kind, name, value, hint) {
  return element('div', { 'data-figure': kind },
    element('dt', {}, name), element('dd', {}, value), hint && element('dd', { class: 'hint' }, hint));
}
