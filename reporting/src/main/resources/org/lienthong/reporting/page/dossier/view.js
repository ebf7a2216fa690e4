// The view of one dossier: its record, what happened to it and why, and what became of every event.

import { dossier, explanation, Problem, receipts } from '../api.js';
import { element } from '../dom.js';
import { language, word } from '../language.js';
import { section } from '../sections.js';
import { anomalies } from './anomalies.js';
import { permits } from './permits.js';
import { receiptList } from './receipts.js';
import { record } from './record.js';
import { answers, story } from './story.js';

export const dossierView = {
  unitOf: () => null,
  title: (route, answer) => word('dossier', answer.dossier.code),

  async load(route) {
    const found = await dossier(route.parts[0]);
    const answer = await Promise.all([receipts(found.code), explained(found.code)]);
    return { dossier: found, receipts: answer[0].receipts, explanation: answer[1] };
  },

  draw: (route, answer) => [
    element('h1', { tabindex: '-1', class: 'code' }, word('dossier', answer.dossier.code)),
    section('record', record(answer.dossier), permits(answer.dossier), anomalies(answer.dossier)),
    section('story', answer.explanation instanceof Problem
      ? element('p', { class: 'note' }, answer.explanation.text(language()))
      : [story(answer.explanation, answer.receipts), answers(answer.explanation)]),
    section('receipts', receiptList(answer.receipts))
  ]
};

/** The record can be read even while the events, which are elsewhere, cannot. */
async function explained(code) {
  try {
    return await explanation(code);
  } catch (e) {
    if (e instanceof Problem) {
      return e;
    }
    throw e;
  }
}
