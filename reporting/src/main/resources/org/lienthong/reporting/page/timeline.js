// What became of the events of a dossier, in order of arrival.

import { element, replaceChildren } from './dom.js';
import { language, moment, named, number, term, word } from './language.js';

/** So many of the latest are shown at once. */
const LATEST = 50;

export function timeline(receipts) {
  const heading = element('h3', {}, word('receipts'));
  if (receipts.length === 0) {
    return [heading, element('p', { class: 'quiet' }, word('noReceipts'))];
  }
  const list = element('ol', { class: 'timeline' }, ...receipts.slice(-LATEST).map(line));
  return receipts.length > LATEST ? [heading, earlier(receipts, list), list] : [heading, list];
}

/** A button that shows the rest; the reader goes on at the first of all. */
function earlier(receipts, list) {
  const button = element('button', { type: 'button', class: 'earlier' },
    word('earlierReceipts', number(receipts.length - LATEST)));
  button.addEventListener('click', () => {
    replaceChildren(list, receipts.map(line));
    list.firstChild.setAttribute('tabindex', '-1');
    list.firstChild.focus();
    button.remove();
  });
  return button;
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
