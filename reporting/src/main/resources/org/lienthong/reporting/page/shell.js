// What stands around every view: its words, the pages, the finder of units and dossiers, and how fresh the figures are.

import { units } from './api.js';
import { byId, element, link, show } from './dom.js';
import { choose, clock, language, today, word } from './language.js';
import { href } from './routes.js';
import { nameOf } from './units.js';

/** Name of each page, the word for it, and the views that belong to it. */
const PAGES = [
  { word: 'viewUnit', views: ['unit'], href: unit => href('unit', [unit]) },
  { word: 'viewOverdue', views: ['overdue'], href: unit => href('overdue', [], { unit: unit }) },
  { word: 'viewDossiers', views: ['dossiers', 'dossier'], href: unit => href('dossiers', [], { unit: unit }) },
  { word: 'viewIndex', views: ['index', 'costly'], href: unit => href('index', [unit]) },
  { word: 'viewQuality', views: ['quality'], href: () => href('quality') },
  { word: 'viewReadiness', views: ['readiness'], href: unit => href('readiness', [unit]) },
  { word: 'viewReport', views: ['report'], href: unit => href('report', [unit]) }
];

/** The page that was brought in sight: a reader may have moved the strip since. */
const drawn = { page: null };

const DOSSIER_CODE = /^\S+-\d{6,8}-\d{4,7}$/;

/** Words, and the pages of the unit that was last looked at. */
export function drawShell(view, unit) {
  document.documentElement.lang = language();
  document.querySelectorAll('[data-word]').forEach(place => {
    place.textContent = word(place.getAttribute('data-word'));
  });
  document.querySelectorAll('[data-label]').forEach(place => {
    place.setAttribute('aria-label', word(place.getAttribute('data-label')));
  });
  document.querySelectorAll('[data-hint]').forEach(place => {
    place.setAttribute('placeholder', word(place.getAttribute('data-hint')));
  });
  document.querySelectorAll('[data-language]').forEach(button => {
    button.setAttribute('aria-pressed', String(button.getAttribute('data-language') === language()));
  });
  show(byId('views'), unit === null ? [] : [element('ul', {}, PAGES.map(page => element('li', {},
    link(page.href(unit), { 'aria-current': page.views.indexOf(view) >= 0 && 'page' }, word(page.word)))))]);
  showCurrent();
}

/** On a narrow screen the pages are a strip, of which the present one may be out of sight. */
function showCurrent() {
  const strip = byId('views').querySelector('ul');
  const current = strip && strip.querySelector('[aria-current]');
  if (current && drawn.page !== current.getAttribute('href')) {
    drawn.page = current.getAttribute('href');
    strip.scrollLeft = current.offsetLeft - strip.offsetLeft - 16;
  }
}

/** @param state connecting, live, unavailable or lost */
export function drawLive(state, changedAt) {
  const texts = {
    connecting: word('connecting'),
    live: changedAt ? word('live', clock(changedAt)) : word('liveEmpty'),
    unavailable: word('unavailable'),
    lost: changedAt ? word('disconnectedSince', clock(changedAt)) : word('disconnected')
  };
  byId('live-text').textContent = texts[state];
  if (byId('live').getAttribute('data-state') !== state) {
    byId('live').setAttribute('data-state', state);
    byId('live-said').textContent = texts[state]; // aloud only when the connection changes, not with every figure
  }
}

/** @param chosen called when the language was changed */
export function listenToLanguages(chosen) {
  document.querySelectorAll('[data-language]').forEach(button => button.addEventListener('click', () => {
    choose(button.getAttribute('data-language'));
    chosen();
  }));
}

/** The units of today are asked for when somebody starts to look for one. @param go where to */
export function listenToFinder(go) {
  const known = { units: [], asked: false };
  byId('find').addEventListener('focusin', async () => {
    if (known.asked) {
      return;
    }
    known.asked = true;
    try {
      known.units = (await units(today())).units;
      show(byId('find-units'), known.units.map(unit => element('option', { value: optionOf(unit) })));
    } catch (e) {
      known.asked = false; // asked again at the next look
    }
  });
  byId('find').addEventListener('submit', event => {
    event.preventDefault();
    go(targetOf(byId('find-text').value.trim(), known.units));
    byId('find-text').value = '';
  });
}

function optionOf(unit) {
  return nameOf(unit) + ' (' + unit.code + ')';
}

/** A unit by its name or code, a dossier by its code, else those dossiers that fit. */
function targetOf(text, all) {
  const plain = simple(text);
  const unit = all.find(candidate => optionOf(candidate) === text || candidate.code === text);
  const named = all.filter(candidate => simple(nameOf(candidate)).endsWith(plain));
  if (unit || named.length === 1) {
    return href('unit', [(unit || named[0]).code]);
  }
  return DOSSIER_CODE.test(text) ? href('dossier', [text]) : href('dossiers', [], { q: text });
}

/** As people type who leave out the accents. */
function simple(text) {
  return text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd');
}
