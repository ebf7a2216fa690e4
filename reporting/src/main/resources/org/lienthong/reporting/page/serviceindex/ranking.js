// Units by their points in the service index.

import { element, link } from '../dom.js';
import { decimal, number, said, word } from '../language.js';
import { moreLink, shownOf } from '../list/pages.js';
import { href } from '../routes.js';
import { table } from '../tables.js';
import { idOf, nameOf } from '../units.js';

/**
 * @param units of one level with their ranks, the best first
 * @param groups of the unit on view, for their names
 */
export function ranking(units, groups, route, period) {
  const shown = units.slice(0, shownOf(route));
  const own = units.find(unit => unit.code === route.parts[0]);
  const rows = own && shown.indexOf(own) < 0 ? shown.concat(own) : shown;
  return [
    table({
      id: 'ranking', label: word('ranking'), rows: rows, key: idOf,
      columns: [
        {
          title: word('unit'), cell: unit => [
            element('span', { class: 'rank' }, number(unit.rank)), ' ',
            link(href('index', [unit.code], { period: period }), { 'aria-current': unit === own && 'true' }, nameOf(unit))
          ]
        },
        { title: word('total'), cell: unit => element('strong', {}, decimal(unit.total, 2)) }
      ].concat(groups.map(group => ({ title: said(group.nameVi, group.name), cell: unit => decimal(unit.groups[group.code], 2) })))
    }),
    moreLink(route, { rows: shown, more: units.length > shown.length })
  ];
}
