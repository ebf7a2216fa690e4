// The dossiers that cost a metric of the service index its points.

import { costly, serviceIndex } from '../api.js';
import { element, link } from '../dom.js';
import { said, word } from '../language.js';
import { firstRows, moreLink, shownOf } from '../list/pages.js';
import { rowsTable } from '../list/rows.js';
import { href } from '../routes.js';
import { nameOf } from '../units.js';

export const costlyView = {
  unitOf: route => route.parts[0],
  title: (route, answer) => word('costlyOf', metricName(answer)),

  async load(route) {
    const unit = route.parts[0];
    const period = route.query.period;
    const answers = await Promise.all([
      firstRows(part => costly(unit, route.parts[1], Object.assign({ period: period }, part)),
        rowsOf, shownOf(route)),
      serviceIndex(unit, period)
    ]);
    return Object.assign({ index: answers[1], code: route.parts[1] }, answers[0]);
  },

  draw: (route, answer) => [
    element('p', { class: 'quiet' }, link(href('index', [route.parts[0]], route.query), {}, word('indexTitle')),
      ' · ', nameOf(answer.index.unit)),
    element('h1', { tabindex: '-1' }, word('costlyOf', metricName(answer))),
    answer.rows.length === 0
      ? element('p', { class: 'note', id: 'none' }, word('noDossiers'))
      : rowsTable(word('costlyOf', metricName(answer)), answer.rows),
    moreLink(route, answer)
  ]
};

function rowsOf(answer) {
  return answer.dossiers.map(dossier => Object.assign({ holderAgency: dossier.agency }, dossier));
}

function metricName(answer) {
  const metrics = answer.index.groups.reduce((all, group) => all.concat(group.metrics), []);
  const found = metrics.find(metric => metric.code === answer.code);
  return found ? said(found.nameVi, found.name) : answer.code;
}
