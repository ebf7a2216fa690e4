// The chosen language: words, numbers and dates as its readers write them.

import { words as general } from './words.js';
import { dossierWords } from './words-dossier.js';

const words = {
  vi: Object.assign({}, general.vi, dossierWords.vi),
  en: Object.assign({}, general.en, dossierWords.en)
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
export function word(name) {
  let text = words[current][name];
  for (let i = 1; i < arguments.length; i++) {
    text = text.replace('{' + (i - 1) + '}', () => arguments[i]);
  }
  return text;
}

/** A term of a list such as the sectors; what the list does not know is shown as it is. */
export function term(list, code) {
  return words[current][list][code] || code;
}

/** A thing by its name with its code, else by its code. */
export function named(thing) {
  return thing && (thing.name ? thing.name + ' (' + thing.code + ')' : thing.code);
}

/** Nothing counted is a dash, which is not zero. */
export function number(value) {
  return value === null || value === undefined ? '–' : new Intl.NumberFormat(LOCALES[current]).format(value);
}

export function percent(part, whole) {
  return whole > 0
    ? new Intl.NumberFormat(LOCALES[current], { style: 'percent', maximumFractionDigits: 1 }).format(part / whole)
    : '–';
}

/** A day, yyyy-MM-dd, or a month, yyyy-MM, as people write it. */
export function day(iso) {
  return iso.split('-').reverse().join('/');
}

/** An instant in Vietnamese time: day, hour and minute. */
export function moment(iso) {
  const at = new Date(iso);
  const date = { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' };
  const time = { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hour12: false };
  return at.toLocaleDateString(LOCALES[current], date) + ' ' + at.toLocaleTimeString(LOCALES[current], time);
}

/** The time of day of an instant, to the second. */
export function clock(iso) {
  return new Intl.DateTimeFormat(LOCALES[current], {
    timeZone: ZONE, hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false
  }).format(new Date(iso));
}
