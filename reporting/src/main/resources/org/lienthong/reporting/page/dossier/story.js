// What happened to a dossier, event by event: who stated it, what changed, and by which rule.

import { element } from '../dom.js';
import { moment, named, said, term, word } from '../language.js';

/** @param receipts tell beside each event what became of it */
export function story(explanation, receipts) {
  const outcomes = new Map(receipts.filter(receipt => receipt.eventId).map(receipt => [receipt.eventId, receipt.outcome]));
  return [
    element('p', { class: 'quiet' }, word('storyHint')),
    explanation.events.length === 0
      ? element('p', { class: 'note' }, word('noStory'))
      : element('ol', { class: 'timeline' }, explanation.events.map(event => told(event, outcomes.get(event.eventId)))),
    explanation.missing.length > 0 && element('p', { class: 'note' },
      word('missing', explanation.missing.map(event => event.eventId).join(', ')))
  ];
}

/** For each field the sentence that says who set it. */
export function answers(explanation) {
  return explanation.fields.length > 0 && element('details', { class: 'as-table' },
    element('summary', {}, word('answersTitle')),
    element('ul', { class: 'marks' }, explanation.fields.map(field =>
      element('li', { 'data-field': field.field.code }, said(field.answer.vi, field.answer.en)))));
}

function told(event, outcome) {
  const lines = event.changes.map(changed)
    .concat(event.claims.map(claimed))
    .concat(event.anomalies.map(odd))
    .concat(event.conflict ? [element('p', { class: 'bad' }, word('notTaken', termOf(event.conflict)))] : []);
  return element('li', { 'data-event': event.eventId, 'data-outcome': event.conflict ? 'CONFLICT' : outcome || 'APPLIED' },
    element('time', { datetime: event.at }, moment(event.at)), ' ',
    element('strong', {}, termOf(event.kind)),
    element('p', { class: 'who' }, [named(event.agency), event.system, outcome && term('outcomes', outcome)]
      .filter(text => text).join(' · ')),
    lines.length > 0 ? element('ul', { class: 'changes' }, lines.map(line => element('li', {}, line)))
      : element('p', { class: 'quiet' }, word('noChange')));
}

function changed(change) {
  const before = change.before;
  const after = said(change.after.vi, change.after.en);
  const text = before.value === null && !before.hidden
    ? word('firstChange', termOf(change.field), after)
    : word('change', termOf(change.field), said(before.vi, before.en), after);
  return [text, change.rules.length > 0 && element('small', {},
    ' ' + word('byRule', change.rules.map(termOf).join(', ')))];
}

function claimed(claim) {
  return [
    element('strong', { class: claim.conflict && 'bad' }, word(claim.conflict ? 'conflict' : 'agrees')), ' ',
    word('storyClaim', termOf(claim.field), said(claim.value.vi, claim.value.en))
  ];
}

function odd(oddity) {
  const detail = said(oddity.detail.vi, oddity.detail.en);
  return [element('strong', { class: 'bad' }, word('anomalies')), ': ',
    termOf(oddity.anomaly) + (detail ? ' (' + detail + ')' : '')];
}

/** A term as the server gives it, in both languages. */
function termOf(given) {
  return said(given.vi, given.en);
}
