// Months as text, yyyy-MM, and stretches of them.

import { today } from './language.js';

/** So many months later; earlier when negative. */
export function plus(month, count) {
  const total = 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7)) - 1 + count;
  return monthText(Math.floor(total / 12), total % 12 + 1);
}

/** The last day of a month, yyyy-MM-dd. */
export function lastDay(month) {
  return new Date(Date.parse(plus(month, 1) + '-01') - 1).toISOString().slice(0, 10);
}

export function monthText(year, month) {
  return year + '-' + (month < 10 ? '0' : '') + month;
}

export function thisMonth() {
  return today().slice(0, 7);
}

/** Years from which to choose, the latest first; the wanted one is among them. */
export function years(wanted) {
  const latest = Math.max(Number(thisMonth().slice(0, 4)), Number(wanted));
  const found = [];
  for (let year = latest; year > latest - 5 || year >= Number(wanted); year--) {
    found.push(String(year));
  }
  return found;
}

/** The usual stretches, by the word for each. */
export function periods() {
  const now = thisMonth();
  const year = Number(now.slice(0, 4));
  const quarter = 3 * Math.floor((Number(now.slice(5, 7)) - 1) / 3) + 1;
  return [
    { name: 'periodAll', from: '', to: '' },
    { name: 'thisMonth', from: now, to: now },
    { name: 'lastMonth', from: plus(now, -1), to: plus(now, -1) },
    { name: 'thisQuarter', from: monthText(year, quarter), to: monthText(year, quarter + 2) },
    { name: 'thisYear', from: monthText(year, 1), to: monthText(year, 12) },
    { name: 'lastYear', from: monthText(year - 1, 1), to: monthText(year - 1, 12) }
  ];
}
