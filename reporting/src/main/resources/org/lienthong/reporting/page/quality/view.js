// The view of how good the data are, and whether anything was lost on the way.

import { ledger, quality, quarantine, summary } from '../api.js';
import { element, link } from '../dom.js';
import { moment, named, number, term, titled, word } from '../language.js';
import { moreLink, shownOf } from '../list/pages.js';
import { href } from '../routes.js';
import { section } from '../sections.js';
import { table } from '../tables.js';

const OUTCOMES = ['APPLIED', 'DUPLICATE', 'LATE', 'SUPERSEDED', 'CONFLICT', 'QUARANTINED'];

export const qualityView = {
  unitOf: () => null,
  title: () => word('qualityTitle'),

  async load(route) {
    const answers = await Promise.all([quality(), quarantine(shownOf(route)), ledger(), summary()]);
    return { agencies: answers[0].agencies, quarantine: answers[1], ledger: answers[2], summary: answers[3] };
  },

  draw: (route, answer) => [
    element('h1', { tabindex: '-1' }, word('qualityTitle')),
    section('exchange', exchange(answer)),
    section('perAgency', agencies(answer.agencies, route)),
    section('quarantineTitle', quarantined(answer.quarantine),
      moreLink(route, { rows: answer.quarantine.records, more: Boolean(answer.quarantine.next) })),
    section('ledgerTitle', lines(answer.ledger.partitions)),
    section('lagTitle', lag(answer.summary.sinkLag))
  ]
};

function exchange(answer) {
  const topics = Object.keys(answer.summary.sinkLag);
  const waiting = topics.reduce((total, topic) => total + answer.summary.sinkLag[topic], 0);
  return element('dl', { class: 'totals words' },
    item('balance', element('span', { class: answer.ledger.balanced ? 'good' : 'bad' },
      word(answer.ledger.balanced ? 'balanced' : 'unbalanced'))),
    item('receiptCount', counts(answer.summary.receipts, 'outcomes')),
    item('openQuarantine', counts(answer.summary.quarantine, 'codes')),
    item('lag', topics.length > 0 ? word('records', number(waiting)) : word('lagUnknown')));
}

function item(name, value) {
  return element('div', { 'data-figure': name }, element('dt', {}, word(name)), element('dd', {}, value));
}

function counts(byCode, list) {
  return codesOf(byCode).map(code => number(byCode[code]) + ' ' + term(list, code)).join(', ') || word('none');
}

function codesOf(byCode) {
  return Object.keys(byCode).filter(code => byCode[code] > 0).sort((a, b) => byCode[b] - byCode[a]);
}

function agencies(all, route) {
  const columns = [{
    name: 'agency', title: word('agency'), text: true, value: nameOf, cell: nameOf
  }, {
    name: 'lastReceived', title: word('lastReceived'), text: true, value: agency => agency.lastReceivedAt || '',
    cell: agency => (agency.lastReceivedAt ? moment(agency.lastReceivedAt) : '–')
  }].concat(
    OUTCOMES.map(outcome => ({
      name: outcome, title: titled(term('outcomes', outcome)),
      value: agency => agency.receipts[outcome] || 0, cell: agency => number(agency.receipts[outcome] || 0)
    })),
    [
      { name: 'conflicts', title: word('conflicts'), value: agency => agency.conflicts, cell: agency => number(agency.conflicts) },
      { name: 'anomalies', title: word('anomalyCount'), value: anomalyCount, cell: agency => number(anomalyCount(agency)) },
      {
        title: word('reasons'), text: true,
        cell: agency => counts(Object.assign({}, agency.anomalies, agency.quarantined), 'codes')
      }
    ]);
  return all.length === 0 ? element('p', { class: 'quiet' }, word('noAgencies'))
    : table({
      id: 'agencies', label: word('perAgency'), rows: all, columns: columns, route: route, order: 'conflicts.desc',
      key: agency => (agency.agency ? agency.agency.code : '-')
    });
}

function nameOf(agency) {
  return agency.agency ? named(agency.agency) : word('unknownAgency');
}

function anomalyCount(agency) {
  return Object.keys(agency.anomalies).reduce((total, code) => total + agency.anomalies[code], 0);
}

function quarantined(page) {
  return page.records.length === 0 ? element('p', { class: 'quiet' }, word('noQuarantine'))
    : table({
      id: 'quarantine', label: word('quarantineTitle'), rows: page.records, key: record => record.origin,
      columns: [
        { title: word('place'), cell: record => record.origin },
        { title: word('reason'), text: true, cell: record => term('codes', record.reason) },
        { title: word('agency'), text: true, cell: record => record.agencyId || word('unknownAgency') },
        {
          title: word('dossierCode'), text: true,
          cell: record => (record.dossierCode ? link(href('dossier', [record.dossierCode]), {}, record.dossierCode) : '–')
        },
        { title: word('recordedAt'), text: true, cell: record => moment(record.recordedAt) },
        { title: word('detail'), text: true, cell: record => record.detail }
      ]
    });
}

function lines(partitions) {
  const counted = ['read'].concat(OUTCOMES.map(outcome => outcome.toLowerCase()));
  return partitions.length === 0 ? element('p', { class: 'quiet' }, word('noLedger'))
    : table({
      id: 'ledger', label: word('ledgerTitle'), rows: partitions, key: line => line.topic + '-' + line.partition,
      columns: [{ title: word('partition'), cell: line => line.topic + '-' + line.partition }]
        .concat(counted.map(name => ({
          title: name === 'read' ? word('read') : titled(term('outcomes', name.toUpperCase())), cell: line => number(line[name])
        })), [{ title: word('difference'), cell: line => number(line.balance) }])
    });
}

function lag(byTopic) {
  const topics = Object.keys(byTopic).sort();
  return topics.length === 0 ? element('p', { class: 'quiet' }, word('lagUnknown'))
    : table({
      id: 'lag', label: word('lagTitle'), rows: topics, key: topic => topic,
      columns: [{ title: word('topic'), cell: topic => topic }, { title: word('lag'), cell: topic => number(byTopic[topic]) }]
    });
}
