// Units by their points in the service index.

import { element, link } from '../dom.js';
import { decimal, number, said, word } from '../language.js';
import { moreLink, shownOf } from '../list/pages.js';
import { href } from '../routes.js';
import { table } from '../tables.js';
import { idOf, nameOf } from '../units.js';

/**
 * @param units of one level, any order
 * @param groups of the unit on view, for their names
 */
export function ranking(units, groups, route, period) {
  const ranked = withRanks(units);
  const shown = ranked.slice(0, shownOf(route));
  const own = ranked.find(unit => unit.code === route.parts[0]);
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
    moreLink(route, { rows: shown, more: ranked.length > shown.length })
  ];
}

/** Units with the same points share a rank. */
function withRanks(units) {
  const sorted = units.slice().sort((a, b) => b.total - a.total);
  let rank = 0;
  return sorted.map((unit, at) => {
    rank = at > 0 && sorted[at - 1].total === unit.total ? rank : at + 1;
    return Object.assign({}, unit, { rank: rank });
  });
}
