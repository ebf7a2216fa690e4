// Lists that come in parts: as many parts are asked for as the reader has opened.

import { element, link } from '../dom.js';
import { word } from '../language.js';
import { altered, hrefOf } from '../routes.js';

export const PART = 50;
const MOST_AT_ONCE = 200;

/** So many rows are on view. */
export function shownOf(route) {
  return Math.max(PART, Number(route.query.show) || PART);
}

/**
 * The first rows of a list, and whether there are more.
 *
 * @param ask a part of the list, with `limit` and `after`
 * @param rowsOf the rows of an answer
 */
export async function firstRows(ask, rowsOf, wanted) {
  let rows = [];
  let next = '';
  do {
    const answer = await ask({ limit: Math.min(MOST_AT_ONCE, wanted - rows.length), after: next });
    rows = rows.concat(rowsOf(answer));
    next = answer.next;
  } while (next && rows.length < wanted);
  return { rows: rows, more: Boolean(next) };
}

/** The link that opens the next part; the reader goes on at the first new row. */
export function moreLink(route, list) {
  return list.more && element('p', { class: 'more' }, link(
    hrefOf(altered(route, { show: shownOf(route) + PART })),
    { class: 'button', 'data-replace': true, 'data-then-row': list.rows.length }, word('more')));
}
