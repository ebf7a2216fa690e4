// What agencies state about fields that another agency owns: shown beside the owner's value.

import { element } from '../dom.js';
import { day, moment, named, term, word } from '../language.js';

const PERMITS = 'permits/';

/** The lists of terms from which a field's value comes. */
const TERMS = { status: 'statuses', sector: 'sectors', channel: 'channels', electronicResult: 'answers' };

export function isOfPermit(field) {
  return field.indexOf(PERMITS) === 0;
}

export function claimsOn(dossier, field) {
  return dossier.claims.filter(claim => claim.field === field);
}

export function claimsOnPermit(dossier, number) {
  const prefix = PERMITS + number + '/';
  // A number may begin with another one and have slashes itself: the field is what has none.
  return dossier.claims.filter(claim =>
    claim.field.indexOf(prefix) === 0 && claim.field.indexOf('/', prefix.length) < 0);
}

/** Each claim as an element of this name. */
export function notes(name, claims) {
  return claims.map(claim => element(name, { class: 'claim', 'data-conflict': String(claim.conflict) },
    element('strong', {}, word(claim.conflict ? 'conflict' : 'agrees')), ' ', said(claim), ' ',
    element('small', {}, claim.system + ' · ' + moment(claim.at))));
}

function said(claim) {
  const field = lastPart(claim.field);
  const what = isOfPermit(claim.field) ? term('fields', field) + ': ' : '';
  return claim.value === null
    ? word('claimHidden', named(claim.agency))
    : word('claim', named(claim.agency), what + value(claim.field, claim.value));
}

function value(field, text) {
  if (isOfPermit(field) && lastPart(field) === 'status') {
    return term('permitStatuses', text);
  }
  return TERMS[field] ? term(TERMS[field], text) : readable(text);
}

/** Times and days as people write them; other text as it is. */
export function readable(text) {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) {
    return moment(text);
  }
  return /^\d{4}-\d\d-\d\d$/.test(text) ? day(text) : text;
}

function lastPart(field) {
  return field.slice(field.lastIndexOf('/') + 1);
}
