// Where the reader stands after a change of view: at its title when it is new, where it was left when it is gone back to,
// and just as before when only the figures are others.

import { byId } from './dom.js';
import { hrefOf } from './routes.js';

const scrolls = new Map();
/** The route was followed rather than gone back to. */
let followed = false;
let next = null;
let row = null;

export function follow() {
  followed = true;
}

/** A list is about to grow: the reader goes on at this row of the table that is in the place. */
export function goOnAt(place, at) {
  row = { place: place, at: at };
}

export function leave(before, after) {
  scrolls.set(hrefOf(before), window.scrollY);
  const isSame = before.view === after.view && before.parts.join('/') === after.parts.join('/');
  next = isSame ? null : { scroll: followed ? 0 : scrolls.get(hrefOf(after)) || 0 };
  followed = false;
}

/** To be called when the view is drawn. */
export function arrive() {
  if (next) {
    focus(byId('view').querySelector('h1'));
    window.scrollTo(0, next.scroll);
    next = null;
  }
  if (row) {
    const found = row.place.querySelectorAll('tbody tr')[row.at];
    focus(found && found.querySelector('a'));
    row = null;
  }
}

function focus(target) {
  if (target) {
    target.focus({ preventScroll: true });
  }
}
