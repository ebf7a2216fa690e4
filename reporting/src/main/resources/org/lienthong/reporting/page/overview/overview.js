// The view of a unit: its figures, those of what is below it, and how they came about.

import { download, overview } from '../api.js';
import { element, link } from '../dom.js';
import { day, number, word } from '../language.js';
import { lastDay } from '../months.js';
import { altered, href, only } from '../routes.js';
import { section } from '../sections.js';
import { aboutOf, nameOf, pathOf } from '../units.js';
import { childrenTable } from './children.js';
import { filters, readFilters, SCOPE } from './filters.js';
import { keyFigures } from './keyfigures.js';
import { places } from './places.js';
import { sectors } from './sectors.js';
import { trends } from './trends.js';

/** A chart is no narrower than this; fewer stand side by side where there is less room. */
const CHART_WIDTH = 280;
const GAP = 24;
/** From this width on two sections stand side by side, as the style sheet has it too. */
const TWO_SECTIONS = 900;
const BETWEEN_SECTIONS = 68;

export const overviewView = {
  unitOf: route => route.parts[0],
  load: route => overview(route.parts[0], only(route.query, SCOPE)),
  title: (route, answer) => nameOf(answer.unit),
  read: (form, changed, route) => altered(route, readFilters(form, changed, route.query)),

  draw(route, answer, width) {
    const query = only(route.query, SCOPE.concat('sort'));
    const unit = answer.unit;
    const units = answer.children.filter(child => child.level !== 'AREA');
    const listed = listQuery(unit, route.query);
    const areas = answer.children.filter(child => child.level === 'AREA');
    return [
      pathOf(answer.path, query),
      element('h1', { tabindex: '-1' }, nameOf(unit)),
      element('p', { class: 'quiet' }, aboutOf(unit)),
      filters(route.query),
      notes(answer),
      section('keyFigures', keyFigures(answer.figures, href('overdue', [], listed)),
        element('p', { class: 'actions' }, link(href('dossiers', [], listed), {}, word('dossiersOfUnit')))),
      answer.months.length > 0 && section('trends', trends(answer.months, chartWidth(width))),
      element('div', { class: 'pair', 'data-key': 'pair' },
        geography(units, query, width >= TWO_SECTIONS ? (width - BETWEEN_SECTIONS) / 2 : width),
        answer.sectors.length > 0 && section('bySector', sectors(answer.sectors))),
      below(answer, units, areas, route, query)
    ];
  }
};

/** What a list of dossiers is asked for, so that it holds those that the figures count. */
function listQuery(unit, query) {
  return {
    unit: unit.code, on: query.on || query.asOf, sector: query.sector,
    from: query.from && query.from + '-01', to: query.to && lastDay(query.to)
  };
}

function notes(answer) {
  const texts = [];
  if (answer.map.day) {
    texts.push(word('restated', day(answer.map.day)));
  }
  if (answer.divided > 0) {
    texts.push(word('divided', number(answer.divided), number(answer.figures && answer.figures.received)));
  }
  if (!answer.figures) {
    texts.push(word('noFigures'));
  }
  return texts.length > 0 && element('p', { class: 'note', id: 'scope-notes' }, texts.join(' '));
}

function below(answer, units, areas, route, query) {
  if (units.length === 0 && areas.length === 0) {
    return element('p', { class: 'quiet' }, word('noChildren'));
  }
  const asked = Object.assign({}, only(route.query, SCOPE), { unit: answer.unit.code });
  return [
    units.length > 0 && section('children',
      childrenTable('children', word('children'), units, route, query),
      element('p', { class: 'quiet' }, word('childrenHint')),
      element('p', { class: 'actions' }, word('download'), ': ',
        link(download('statistics', 'xlsx', asked), {}, 'Excel'), ', ', link(download('statistics', 'csv', asked), {}, 'CSV'))),
    areas.length > 0 && section('areas',
      childrenTable('areas', word('areas'), areas, route, query), element('p', { class: 'quiet' }, word('areasHint')))
  ];
}

function geography(units, query, width) {
  const drawn = places(units, query, width);
  return drawn && section('geography', drawn);
}

function chartWidth(width) {
  const side = Math.max(1, Math.min(3, Math.floor((width + GAP) / (CHART_WIDTH + GAP))));
  return Math.floor((width - GAP * (side - 1)) / side);
}
