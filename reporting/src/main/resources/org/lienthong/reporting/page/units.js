// Units: their names, their addresses, and the path to the top.

import { element, link } from './dom.js';
import { day, term, word } from './language.js';
import { href } from './routes.js';

export const idOf = unit => unit.code + '@' + unit.validFrom;

export function nameOf(unit) {
  if (unit.name) {
    return unit.name;
  }
  return unit.code ? word('unknownUnit', unit.code) : word('noUnit');
}

/** Level, code and time of a unit; the first day of one that was always there says nothing. */
export function aboutOf(unit) {
  if (!unit.level) {
    return unit.code;
  }
  const time = unit.validTo ? word('between', day(unit.validFrom), day(unit.validTo)) : word('since', day(unit.validFrom));
  return [term('levels', unit.level), unit.code, time].join(' · ');
}

/** The address of a unit in the scope that is chosen. @param query what to keep of the present address */
export function unitHref(unit, query) {
  const asFiled = !query.asOf && query.map !== 'current';
  // As filed, units of all times stand side by side: the code of one that ended is meant on its last day.
  return href('unit', [unit.code || '-'], Object.assign({}, query, { on: asFiled && unit.validTo ? unit.validTo : '' }));
}

/** The units above, the top first, each a link. */
export function pathOf(path, query) {
  return path.length > 0 && element('nav', { class: 'path', 'aria-label': word('path') },
    element('ol', {}, path.map(unit => element('li', {}, link(unitHref(unit, query), {}, nameOf(unit))))));
}
