// The record of one dossier.

import { element, replaceChildren } from './dom.js';
import { day, moment, number, term, word } from './language.js';

export function showDossier(place, dossier, closed) {
  const close = element('button', { type: 'button', class: 'close' }, word('close'));
  close.addEventListener('click', closed);
  const lines = [
    [word('status'), dossier.status && term('statuses', dossier.status)],
    [word('aliases'), dossier.aliases.join(', ')],
    [word('procedure'), named(dossier.procedure)],
    [word('sector'), dossier.sector && term('sectors', dossier.sector)],
    [word('filedAt'), named(dossier.unit)],
    [word('receivingAgency'), named(dossier.receivingAgency)],
    [word('holderAgency'), named(dossier.holderAgency)],
    [word('channel'), dossier.channel && term('channels', dossier.channel)],
    [word('submittedTime'), time(dossier.times.submitted)],
    [word('acceptedTime'), time(dossier.times.accepted)],
    [word('dueTime'), time(dossier.times.due)],
    [word('waitingTime'), time(dossier.times.waitingSince)],
    [word('resolvedTime'), time(dossier.times.resolved)],
    [word('returnedTime'), time(dossier.times.returned)],
    [word('stoppedTime'), time(dossier.times.stopped)],
    [word('outcome'), dossier.outcome],
    [word('lastStep'), dossier.lastStep],
    [word('supplements'), dossier.supplementRequests && number(dossier.supplementRequests)],
    [word('papers'), dossier.papers && word('papersValue', number(dossier.papers), number(dossier.papersDigitised),
      number(dossier.papersReused))],
    [word('fees'), dossier.feesRequested && word('feesValue', number(dossier.feesRequested), number(dossier.feesPaid))],
    [word('rating'), dossier.rating && number(dossier.rating) + ' / 5'],
    [word('permitList'), dossier.permits.map(permit).join('; ')],
    [word('anomalies'), dossier.anomalies.map(anomaly => term('codes', anomaly.code)).join(', ')],
    [word('version'), number(dossier.eventCount)]
  ];
  replaceChildren(place, [
    element('h2', {}, word('dossier', dossier.code)),
    close,
    element('dl', { class: 'record' }, ...lines.filter(line => line[1]).map(line =>
      element('div', {}, element('dt', {}, line[0]), element('dd', {}, line[1]))))
  ]);
  place.hidden = false;
}

function named(thing) {
  return thing && (thing.name ? thing.name + ' (' + thing.code + ')' : thing.code);
}

function time(iso) {
  return iso && moment(iso);
}

function permit(permit) {
  return permit.number + ', ' + term('permitStatuses', permit.status)
    + (permit.validUntil ? ', ' + word('validUntil', day(permit.validUntil)) : '');
}
