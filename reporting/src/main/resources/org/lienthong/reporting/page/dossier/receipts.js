// What became of the events of a dossier, in order of arrival.

import { element } from '../dom.js';
import { language, moment, named, number, term, word } from '../language.js';

/** So many of the latest are shown at once. */
const LATEST = 50;

export function receiptList(receipts) {
  if (receipts.length === 0) {
    return element('p', { class: 'quiet' }, word('noReceipts'));
  }
  const earlier = receipts.slice(0, Math.max(0, receipts.length - LATEST));
  return [
    earlier.length > 0 && element('details', { class: 'earlier', 'data-key': 'earlier' },
      element('summary', {}, word('earlierReceipts', number(earlier.length))), list(earlier)),
    list(receipts.slice(-LATEST))
  ];
}

function list(receipts) {
  return element('ol', { class: 'timeline' }, receipts.map(line));
}

function line(receipt) {
  const from = [
    named(receipt.agency),
    receipt.system,
    receipt.eventId && word('event', receipt.eventId),
    receipt.recordVersion > 0 && word('versionAfter', number(receipt.recordVersion)),
    receipt.redriveOf && word('redriveOf', placeOf(receipt.redriveOf))
  ].filter(text => text);
  const when = receipt.receivedAt
    ? element('time', { datetime: receipt.receivedAt }, moment(receipt.receivedAt))
    : element('span', {}, word('unknownTime'));
  return element('li', { 'data-outcome': receipt.outcome },
    when, ' ', element('strong', {}, title(receipt)),
    element('p', {}, receipt.message[language()]),
    element('small', {}, from.join(' · ')));
}

/** The outcome, and the reason where there is one beside it. */
function title(receipt) {
  const outcome = term('outcomes', receipt.outcome);
  return receipt.code === receipt.outcome ? outcome : outcome + ': ' + term('codes', receipt.code);
}

function placeOf(place) {
  return place.topic + '-' + place.partition + '@' + place.offset;
}
