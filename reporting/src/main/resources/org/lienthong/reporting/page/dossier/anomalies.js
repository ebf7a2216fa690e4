// What is odd about a dossier, and what to do about it.

import { element } from '../dom.js';
import { language, named, number, term, word } from '../language.js';
import { readable } from './claims.js';

const ARROW = ' → ';

export function anomalies(dossier) {
  if (dossier.anomalies.length === 0) {
    return [];
  }
  const more = dossier.moreAnomalies > 0
    ? [element('p', { class: 'quiet' }, word('moreAnomalies', number(dossier.moreAnomalies)))] : [];
  return [
    element('h3', {}, word('anomalies')),
    element('ul', { class: 'marks' }, ...dossier.anomalies.map(anomaly => element('li', { 'data-code': anomaly.code },
      element('strong', {}, term('codes', anomaly.code)), anomaly.detail ? ': ' + detail(anomaly.detail) : '',
      element('p', {}, anomaly.explanation[language()]),
      element('small', {}, [named(anomaly.agency), word('event', anomaly.eventId)]
        .filter(text => text).join(' · ')))))
  ].concat(more);
}

/** Statuses and times within it, in the reader's words. */
function detail(text) {
  return text.split(ARROW).map(part => readable(term('statuses', part))).join(ARROW);
}
