// The unit that the reader was last concerned with: where the page begins, and what its pages are about.

import * as api from './api.js';
import { today } from './language.js';

const STORED = 'lienthong.unit';
const LEVELS = ['COUNTRY', 'PROVINCE', 'DISTRICT', 'COMMUNE'];

let unit = stored();

/** Null: there is none yet. */
export function homeUnit() {
  return unit;
}

/** Looks for the unit that stands above all others today, where none is known from before. */
export async function findHome() {
  if (unit === null) {
    const tops = (await api.units(today())).units.filter(candidate => !candidate.parentCode && candidate.level !== 'AREA');
    tops.sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || (a.code < b.code ? -1 : 1));
    unit = tops.length > 0 ? tops[0].code : null;
  }
}

export function remember(code) {
  unit = code;
  try {
    localStorage.setItem(STORED, code);
  } catch (e) {
    // Storage is switched off: the unit is remembered as long as the page.
  }
}

/** One that was remembered may be gone from the register. */
export function forget() {
  unit = null;
  try {
    localStorage.removeItem(STORED);
  } catch (e) {
    // Storage is switched off: there is nothing to forget.
  }
}

function stored() {
  try {
    return localStorage.getItem(STORED);
  } catch (e) {
    return null; // storage is switched off
  }
}
