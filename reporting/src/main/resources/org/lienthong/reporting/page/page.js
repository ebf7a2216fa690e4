// The page: what is chosen, what is shown, and when it is asked for again.

import * as api from './api.js';
import { byId, element, replaceChildren } from './dom.js';
import { showDossier } from './dossier.js';
import { bars, details, legend, totals } from './figures.js';
import { choose, clock, day, language, number, term, word } from './language.js';
import { Tree, idOf, nameOf } from './tree.js';

const RETRY_MILLIS = 5000;

/** What the reader chose, and the last answers; everything shown follows from it. */
const state = {
  periods: [], map: '', unit: null, dossier: null, receipts: [], summary: null, months: null, sectors: null,
  connection: 'connecting', changedAt: null, problem: null, lookupProblem: null
};
const tree = new Tree(byId('units'), unit => chooseUnit(unit));
const drawn = { dossier: null, language: '' };
let asking = false;
let askAgain = false;
let retry = null;

/** The day and the months of the chosen map. */
function scope() {
  const period = state.periods.find(candidate => candidate.from === state.map);
  if (!period) {
    return { on: '', from: '', to: '' };
  }
  const isFirst = period === state.periods[0];
  return { on: period.from, from: isFirst ? '' : period.from.slice(0, 7), to: period.to ? period.to.slice(0, 7) : '' };
}

/** Asks for everything that is on view; while an answer is awaited, at most one more time. */
async function refresh() {
  if (asking || document.hidden) {
    askAgain = true;
    return;
  }
  asking = true;
  try {
    const units = await api.units();
    state.periods = units.periods;
    const chosen = scope();
    const unit = state.unit;
    const answers = await Promise.all([api.summary(chosen)].concat(
      unit ? [api.statistics(unit, chosen, 'month'), api.statistics(unit, chosen, 'sector')] : []));
    if (state.unit === unit && scope().on === chosen.on) {
      state.summary = answers[0];
      state.months = answers[1];
      state.sectors = answers[2];
    } else {
      askAgain = true; // the reader chose something else meanwhile
    }
    state.problem = null;
  } catch (e) {
    state.problem = e;
    clearTimeout(retry);
    retry = setTimeout(refresh, RETRY_MILLIS);
  } finally {
    asking = false;
  }
  draw();
  if (askAgain) {
    askAgain = false;
    refresh();
  }
}

/** The exact words for a stretch of time between two changes of the map. */
function periodText(from, to) {
  const first = state.periods.length > 0 && from === state.periods[0].from;
  if (first) {
    return to ? word('until', day(to)) : '';
  }
  return to ? word('between', day(from), day(to)) : word('since', day(from));
}

function draw() {
  document.documentElement.lang = language();
  document.title = word('title');
  document.querySelectorAll('[data-word]').forEach(place => {
    place.textContent = word(place.getAttribute('data-word'));
  });
  document.querySelectorAll('[data-label]').forEach(place => {
    place.setAttribute('aria-label', word(place.getAttribute('data-label')));
  });
  document.querySelectorAll('[data-language]').forEach(button => {
    button.setAttribute('aria-pressed', String(button.getAttribute('data-language') === language()));
  });
  drawLive();
  drawNotice();
  drawMap();
  if (state.summary) {
    drawSummary();
  }
  drawDetail();
  drawDossier();
}

function drawLive() {
  const words = {
    connecting: word('connecting'),
    live: state.changedAt ? word('live', clock(state.changedAt)) : word('liveEmpty'),
    unavailable: word('unavailable'),
    lost: word('disconnected')
  };
  byId('live').setAttribute('data-state', state.connection);
  byId('live-text').textContent = words[state.connection];
}

function drawNotice() {
  const problem = state.lookupProblem || state.problem;
  byId('notice').hidden = !problem;
  if (problem) {
    byId('notice').textContent = problem instanceof api.Problem ? problem.text(language()) : word('noAnswer');
  }
}

function drawMap() {
  const options = [element('option', { value: '' }, word('mapAll'))]
    .concat(state.periods.slice().reverse().map(period => element('option', { value: period.from }, periodText(period.from, period.to) || word('since', day(period.from)))));
  // An open list of choices must not be exchanged under the reader's hand.
  const drawn = options.map(option => option.textContent).join('|');
  if (byId('map').getAttribute('data-drawn') !== drawn) {
    replaceChildren(byId('map'), options);
    byId('map').setAttribute('data-drawn', drawn);
  }
  byId('map').value = state.map;
}

function drawSummary() {
  totals(byId('totals'), state.summary.total);
  byId('units-empty').hidden = state.summary.units.length > 0;
  byId('units').hidden = state.summary.units.length === 0;
  tree.show(state.summary.units, !state.map);
  const receipts = Object.keys(state.summary.receipts)
    .map(outcome => number(state.summary.receipts[outcome]) + ' ' + term('outcomes', outcome));
  const quarantine = Object.keys(state.summary.quarantine)
    .map(reason => number(state.summary.quarantine[reason]) + ' ' + term('codes', reason));
  const lag = state.summary.sinkLag;
  const open = Object.keys(lag).reduce((sum, topic) => sum + lag[topic], 0);
  byId('exchange').textContent = word('exchange', receipts.join(', ') || word('none'),
    quarantine.join(', ') || word('none'), Object.keys(lag).length ? number(open) : '–');
}

function drawDetail() {
  const unit = state.unit;
  byId('detail').hidden = !unit || !state.months;
  if (byId('detail').hidden) {
    return;
  }
  const about = unit.level
    ? [term('levels', unit.level), unit.code, periodText(unit.validFrom, unit.validTo)]
    : [unit.code];
  byId('detail-title').textContent = nameOf(unit);
  byId('detail-about').textContent = about.filter(text => text).join(' · ');
  details(byId('detail-figures'), state.months.statistics.figures);
  legend(byId('legend'));
  bars(byId('months'), word('month'), state.months.statistics.groups, day);
  bars(byId('sectors'), word('sector'), mostFirst(state.sectors.statistics.groups), sector => term('sectors', sector));
}

function mostFirst(groups) {
  return groups.slice().sort((a, b) => b.figures.received - a.figures.received);
}

/** Drawn anew only when it is another one or in another language: a reader may be in the midst of it. */
function drawDossier() {
  if (drawn.dossier === state.dossier && drawn.language === language()) {
    return;
  }
  drawn.dossier = state.dossier;
  drawn.language = language();
  if (state.dossier) {
    showDossier(byId('dossier'), state.dossier, state.receipts, () => {
      state.dossier = null;
      draw();
      byId('code').focus();
    });
  } else {
    byId('dossier').hidden = true;
  }
}

async function chooseUnit(unit) {
  state.unit = unit;
  state.months = null;
  tree.select(idOf(unit));
  await refresh();
  if (window.matchMedia('(max-width: 60rem)').matches) {
    byId('detail').scrollIntoView();
  }
}

async function lookUp(code) {
  try {
    const dossier = await api.dossier(code);
    state.receipts = (await api.receipts(dossier.code)).receipts;
    state.dossier = dossier;
    state.lookupProblem = null;
  } catch (e) {
    state.dossier = null;
    state.lookupProblem = e;
  }
  draw();
  if (state.dossier) {
    byId('dossier-title').focus();
  }
}

document.querySelectorAll('[data-language]').forEach(button => button.addEventListener('click', () => {
  choose(button.getAttribute('data-language'));
  draw();
}));
byId('map').addEventListener('change', event => {
  state.map = event.target.value;
  state.unit = null;
  state.months = null;
  tree.select(null);
  refresh();
});
byId('lookup').addEventListener('submit', event => {
  event.preventDefault();
  lookUp(byId('code').value);
});
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && askAgain) {
    askAgain = false;
    refresh();
  }
});

draw();
refresh();
api.listen(
  fresh => {
    state.connection = 'live';
    state.changedAt = fresh.changedAt;
    refresh();
  },
  () => {
    state.connection = 'unavailable';
    drawLive();
  },
  () => {
    state.connection = 'lost';
    drawLive();
  });
