// The record of one dossier, and what others state beside it.

import { element } from '../dom.js';
import { moment, named, number, term, word } from '../language.js';
import { claimsOn, isOfPermit, notes } from './claims.js';

/** Each line: name, the owner's value, and the field on which others may have stated something else. */
export function record(dossier) {
  const lines = [
    [word('status'), dossier.status && term('statuses', dossier.status), 'status'],
    [word('aliases'), dossier.aliases.join(', ')],
    [word('procedure'), named(dossier.procedure), 'procedureCode'],
    [word('sector'), dossier.sector && term('sectors', dossier.sector), 'sector'],
    [word('filedAt'), named(dossier.unit), 'unitCode'],
    [word('receivingAgency'), named(dossier.receivingAgency), 'receivingAgency'],
    [word('holderAgency'), named(dossier.holderAgency), 'holderAgency'],
    [word('issuingAgency'), named(dossier.issuingAgency), 'issuingAgency'],
    [word('channel'), dossier.channel && term('channels', dossier.channel), 'channel'],
    [word('submittedTime'), time(dossier.times.submitted), 'submittedAt'],
    [word('acceptedTime'), time(dossier.times.accepted), 'acceptedAt'],
    [word('dueTime'), time(dossier.times.due), 'dueAt'],
    [word('waitingTime'), time(dossier.times.waitingSince)],
    [word('suspendedTime'), time(dossier.times.suspendedSince)],
    [word('resolvedTime'), time(dossier.times.resolved), 'resolvedAt'],
    [word('returnedTime'), time(dossier.times.returned), 'returnedAt'],
    [word('stoppedTime'), time(dossier.times.stopped), 'stoppedAt'],
    [word('outcome'), dossier.outcome, 'outcome'],
    [word('lastStep'), dossier.lastStep],
    [word('supplements'), dossier.supplementRequests && number(dossier.supplementRequests)],
    [word('papers'), dossier.papers && word('papersValue', number(dossier.papers), number(dossier.papersDigitised),
      number(dossier.papersReused))],
    [word('fees'), dossier.feesRequested && word('feesValue', number(dossier.feesRequested), number(dossier.feesPaid))],
    [word('rating'), dossier.rating && number(dossier.rating) + ' / 5'],
    [word('version'), number(dossier.eventCount)]
  ];
  const known = lines.map(line => line[2]);
  const others = dossier.claims.map(claim => claim.field)
    .filter((field, at, all) => all.indexOf(field) === at && known.indexOf(field) < 0 && !isOfPermit(field));
  return element('dl', { class: 'record' }, ...lines
    .map(line => shown(line[0], line[1], claimsOn(dossier, line[2])))
    // The owner's value of these is not on the page, because it is personal or of no interest by itself.
    .concat(others.map(field => shown(term('fields', field), word('valueNotShown'), claimsOn(dossier, field))))
    .filter(line => line));
}

function shown(name, value, claims) {
  return (value || claims.length > 0) && element('div', {},
    element('dt', {}, name), element('dd', {}, value || '–'), ...notes('dd', claims));
}

function time(iso) {
  return iso && moment(iso);
}
