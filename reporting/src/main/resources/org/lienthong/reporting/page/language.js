// The chosen language: words, numbers and dates as its readers write them.

import { dossierWords } from './words/dossier.js';
import { figureWords } from './words/figures.js';
import { indexWords } from './words/serviceindex.js';
import { listWords } from './words/list.js';
import { pageWords } from './words/page.js';
import { qualityWords } from './words/quality.js';
import { reportWords } from './words/report.js';
import { terms } from './words/terms.js';

const PARTS = [pageWords, terms, figureWords, listWords, dossierWords, indexWords, qualityWords, reportWords];
const words = {
  vi: Object.assign({}, ...PARTS.map(part => part.vi)),
  en: Object.assign({}, ...PARTS.map(part => part.en))
};
const STORED = 'lienthong.language';
const LOCALES = { vi: 'vi-VN', en: 'en-GB' };
const ZONE = 'Asia/Ho_Chi_Minh';

let current = stored();

/** The language chosen on an earlier visit, else Vietnamese. */
function stored() {
  try {
    return words[localStorage.getItem(STORED)] ? localStorage.getItem(STORED) : 'vi';
  } catch (e) {
    return 'vi'; // storage is switched off
  }
}

export function language() {
  return current;
}

export function choose(chosen) {
  current = chosen;
  try {
    localStorage.setItem(STORED, chosen);
  } catch (e) {
    // Storage is switched off: the choice lasts as long as the page.
  }
}

/** The word, with {0}, {1} replaced. */
export function word(name, ...parts) {
  return words[current][name].replace(/\{(\d)}/g, (all, at) => parts[at]);
}

/** A term of a list such as the sectors; what the list does not know is shown as it is. */
export function term(list, code) {
  const terms = words[current][list];
  return Object.prototype.hasOwnProperty.call(terms, code) ? terms[code] : code;
}

/** A thing by its name with its code, else by its code. */
export function named(thing) {
  return thing && (thing.name ? thing.name + ' (' + thing.code + ')' : thing.code);
}

/** Nothing counted is a dash, which is not zero. */
export function number(value) {
  return value === null || value === undefined ? '–' : new Intl.NumberFormat(LOCALES[current]).format(value);
}

/** With so many digits after the comma. */
export function decimal(value, digits) {
  return value === null || value === undefined
    ? '–' : new Intl.NumberFormat(LOCALES[current], { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

export function percent(part, whole) {
  return whole > 0 ? share(part / whole) : '–';
}

/** @param value 0 to 1; null: there is none */
export function share(value, digits = 1) {
  return value === null || value === undefined
    ? '–' : new Intl.NumberFormat(LOCALES[current],
      { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** With a capital at the beginning, as the title of a column has it. */
export function titled(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The one of two texts that is in the chosen language. */
export function said(vietnamese, english) {
  return (current === 'vi' ? vietnamese : english) || vietnamese;
}

/** A day, yyyy-MM-dd, or a month, yyyy-MM, as people write it. */
export function day(iso) {
  return iso.split('-').reverse().join('/');
}

/** The day of an instant in Vietnamese time. */
export function dayOf(instant) {
  return new Date(instant).toLocaleDateString(LOCALES[current],
    { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' });
}

/** Today in Vietnam, yyyy-MM-dd. */
export function today() {
  return new Date(Date.now() + 7 * 3600 * 1000).toISOString().slice(0, 10);
}

/** An instant in Vietnamese time: day, hour and minute. */
export function moment(iso) {
  const time = { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hour12: false };
  return dayOf(iso) + ' ' + new Date(iso).toLocaleTimeString(LOCALES[current], time);
}

/** The time of day of an instant, to the second. */
export function clock(iso) {
  return new Intl.DateTimeFormat(LOCALES[current], {
    timeZone: ZONE, hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false
  }).format(new Date(iso));
}
