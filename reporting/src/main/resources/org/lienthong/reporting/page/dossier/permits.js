// The permits that follow from a dossier, as they stand today.

import { element } from '../dom.js';
import { day, moment, named, term, word } from '../language.js';
import { claimsOnPermit, notes } from './claims.js';

export function permits(dossier) {
  return dossier.permits.length === 0 ? [] : [
    element('h3', {}, word('permitList')),
    element('ul', { class: 'marks' }, ...dossier.permits.map(permit => element('li', { 'data-permit': permit.number },
      element('strong', {}, permit.number), ', ', today(permit),
      element('small', {}, about(permit)), ...notes('p', claimsOnPermit(dossier, permit.number)))))
  ];
}

/** How it stands today, and what was stated where time alone has changed that. */
function today(permit) {
  const now = term('permitStatuses', permit.statusToday);
  return permit.statusToday === permit.status
    ? now : now + ' (' + word('permitStated', term('permitStatuses', permit.status)) + ')';
}

function about(permit) {
  return [
    permit.kind,
    permit.issuedBy && word('issuedBy', named(permit.issuedBy)),
    permit.issuedAt && word('issuedOn', moment(permit.issuedAt)),
    permit.validFrom && word('validFrom', day(permit.validFrom)),
    permit.validUntil && word('validUntil', day(permit.validUntil)),
    permit.amendedAt && word('amendedOn', moment(permit.amendedAt)),
    permit.suspendedUntil && word('suspendedUntil', day(permit.suspendedUntil)),
    permit.endedAt && word('endedOn', moment(permit.endedAt))
  ].filter(text => text).join(' · ');
}
