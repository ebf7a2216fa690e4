// The page: which view is shown, and when it is asked for again. Everything that a reader chooses is in the address.

import * as api from './api.js';
import { arrive, follow, goOnAt, leave } from './arrival.js';
import { byId, element, link, show } from './dom.js';
import { dossierView } from './dossier/view.js';
import { findHome, forget, homeUnit, remember } from './home.js';
import { language, word } from './language.js';
import { dossiersView, overdueView } from './list/list.js';
import { overviewView } from './overview/overview.js';
import { qualityView } from './quality/view.js';
import { readinessView } from './readiness/view.js';
import { reportView } from './report/view.js';
import { altered, href, hrefOf, parse } from './routes.js';
import { costlyView } from './serviceindex/costly.js';
import { indexView } from './serviceindex/view.js';
import { drawLive, drawShell, listenToFinder, listenToLanguages } from './shell.js';

/**
 * A view.
 *
 * @typedef {object} View
 * @property {function} unitOf a route: the unit that it is about; null: none
 * @property {function} load asks what a route shows
 * @property {function} title of a route and its answer
 * @property {function} draw a route, its answer and the width in CSS pixels: the nodes to show
 * @property {function} [read] a form of the view: the route that it leads to
 */
const VIEWS = new Map([
  ['unit', overviewView], ['overdue', overdueView], ['dossiers', dossiersView], ['dossier', dossierView],
  ['index', indexView], ['costly', costlyView], ['quality', qualityView], ['readiness', readinessView],
  ['report', reportView]
]);

const RETRY_MILLIS = 5000;
/** Figures may change every second; a reader does not need to see each change. */
const PAUSE_MILLIS = 2000;

const state = { route: parse(location.href), shown: null, problem: null, connection: 'connecting', changedAt: null };
let turn = 0;
let asking = false;
let askAgain = false;
let askedAt = 0;
let timer = null;
let width = window.innerWidth;

/** What has to be asked for: the order of a table does not. */
function questionOf(route) {
  return hrefOf(altered(route, { sort: '' }));
}

/** Whether the answer at hand is that of the route, be it in another order or language. */
function isShown() {
  return state.shown !== null && questionOf(state.shown.route) === questionOf(state.route);
}

async function load() {
  clearTimeout(timer);
  const route = state.route;
  const mine = ++turn;
  asking = true;
  askAgain = false;
  askedAt = Date.now();
  try {
    await findHome();
    if (!route.view && homeUnit() !== null) {
      location.replace(href('unit', [homeUnit()]));
      return;
    }
    const view = VIEWS.get(route.view);
    const answer = view ? await view.load(route) : null;
    if (mine === turn) {
      state.shown = { route: route, answer: answer };
      state.problem = null;
    }
  } catch (e) {
    if (mine === turn) {
      fail(e, route);
    }
  }
  if (mine === turn) {
    asking = false;
    draw();
    if (askAgain) {
      freshen();
    }
  }
}

function fail(problem, route) {
  state.problem = problem;
  if (problem instanceof api.Problem && problem.body.status < 500) {
    const view = VIEWS.get(route.view);
    if (view && view.unitOf(route) === homeUnit()) {
      forget();
    }
  } else {
    timer = setTimeout(load, RETRY_MILLIS); // it may have been better by then
  }
}

/** Asks again because figures changed; not while an answer is awaited, nor while nobody looks. */
function freshen() {
  if (asking || document.hidden) {
    askAgain = true;
    return;
  }
  clearTimeout(timer);
  timer = setTimeout(load, Math.max(0, askedAt + PAUSE_MILLIS - Date.now()));
}

function draw() {
  const route = state.route;
  const shown = isShown();
  const view = VIEWS.get(route.view);
  if (shown && view && view.unitOf(route)) {
    remember(view.unitOf(route));
  }
  drawShell(route.view, homeUnit());
  drawLive(state.connection, state.changedAt);
  drawNotice();
  byId('view').setAttribute('aria-busy', String(!shown && !state.problem));
  if (shown) {
    const nodes = view ? view.draw(route, state.shown.answer, widthOf()) : nothing();
    show(byId('view'), Array.from(element('div', {}, nodes).childNodes));
    document.title = (view ? view.title(route, state.shown.answer) + ' – ' : '') + word('site');
    arrive();
  } else if (state.problem) {
    show(byId('view'), [element('h1', { tabindex: '-1' }, word('notShown')), element('p', {}, link('#/', {}, word('toStart')))]);
    document.title = word('notShown') + ' – ' + word('site');
    arrive();
  } else if (!state.shown) {
    show(byId('view'), [element('p', { class: 'quiet' }, word('loading'))]);
  }
}

function nothing() {
  return state.route.view
    ? [element('h1', { tabindex: '-1' }, word('notFound')), element('p', {}, link('#/', {}, word('toStart')))]
    : [element('h1', { tabindex: '-1' }, word('site')), element('p', { class: 'note' }, word('noUnits'))];
}

function drawNotice() {
  byId('notice').hidden = !state.problem;
  byId('notice').textContent = !state.problem ? ''
    : state.problem instanceof api.Problem ? state.problem.text(language()) : word('noAnswer');
}

/** A view is as wide as the page less the margins of its sections, which the style sheet has too. */
function widthOf() {
  return byId('view').clientWidth - (window.innerWidth < 640 ? 24 : 48);
}

function go(address) {
  if (location.hash === address) {
    load();
  } else {
    follow();
    location.hash = address;
  }
}

window.addEventListener('hashchange', () => {
  const route = parse(location.href);
  leave(state.route, route);
  state.route = route;
  state.problem = null;
  draw();
  if (asking || !isShown()) {
    load();
  }
});

document.addEventListener('click', event => {
  const target = event.target.closest('a, [data-print]');
  if (!target || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  if (target.hasAttribute('data-print')) {
    window.print();
  } else if (target.classList.contains('skip')) {
    event.preventDefault(); // the address is the view's
    byId('view').focus();
  } else if (target.hasAttribute('data-replace')) {
    event.preventDefault();
    if (target.hasAttribute('data-then-row')) {
      goOnAt(target.closest('section') || byId('view'), Number(target.getAttribute('data-then-row')));
    }
    location.replace(target.getAttribute('href'));
  } else if (target.getAttribute('href') !== location.hash) {
    follow();
  }
});

byId('view').addEventListener('change', event => {
  const form = event.target.form;
  if (form && form.hasAttribute('data-at-once') && form.checkValidity()) {
    go(hrefOf(VIEWS.get(state.route.view).read(form, event.target.name, state.route)));
  }
});
byId('view').addEventListener('submit', event => {
  event.preventDefault();
  go(hrefOf(VIEWS.get(state.route.view).read(event.target, '', state.route)));
});
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && askAgain) {
    freshen();
  }
});
window.addEventListener('resize', () => {
  if (window.innerWidth !== width) {
    width = window.innerWidth;
    draw();
  }
});

history.scrollRestoration = 'manual';
listenToLanguages(draw);
listenToFinder(go);
draw();
load();
api.listen(
  fresh => {
    state.connection = 'live';
    state.changedAt = fresh.changedAt;
    drawLive(state.connection, state.changedAt);
    freshen();
  },
  () => {
    state.connection = 'unavailable';
    drawLive(state.connection, state.changedAt);
  },
  () => {
    state.connection = 'lost';
    drawLive(state.connection, state.changedAt);
  });
