// The tree of units as an accessible treegrid: arrow keys move, open and close; Enter chooses.

import { element, replaceChildren } from './dom.js';
import { day, number, word } from './language.js';

const COLUMNS = ['received', 'inProgress', 'onTime', 'late', 'overdue'];
const NARROW = ['received', 'overdue'];
const RANKS = { COUNTRY: 0, PROVINCE: 1, DISTRICT: 2, COMMUNE: 3 };

export const idOf = unit => unit.code + '@' + unit.validFrom;

export function nameOf(unit) {
  if (unit.name) {
    return unit.name;
  }
  return unit.code ? word('unknownUnit', unit.code) : word('noUnit');
}

/** When the unit exists, in short words; empty for one that was always there. */
function validityOf(unit, isOldest) {
  if (!unit.level) {
    return '';
  }
  if (unit.validTo) {
    return isOldest ? word('untilShort', day(unit.validTo)) : word('between', day(unit.validFrom), day(unit.validTo));
  }
  return isOldest ? '' : word('sinceShort', day(unit.validFrom));
}

export class Tree {
  constructor(table, chosen) {
    this.body = table.querySelector('tbody');
    this.chosen = chosen;
    this.open = new Set();
    this.known = new Set();
    this.elements = new Map();
    this.selected = null;
    this.focused = null;
    this.body.addEventListener('click', event => this.click(event));
    this.body.addEventListener('keydown', event => this.key(event));
  }

  /** Shows units with their figures; what was open, chosen and focused stays so. */
  show(units, dated) {
    this.dated = dated;
    this.oldest = units.reduce((min, unit) => (unit.level && unit.validFrom < min ? unit.validFrom : min), '9999');
    this.roots = arrange(units);
    this.roots.forEach(node => {
      if (!this.known.has(node.id)) {
        this.known.add(node.id);
        this.open.add(node.id); // the top is open at first
      }
    });
    this.draw();
  }

  select(id) {
    this.selected = id;
    this.draw();
  }

  /** Rows stay the elements they are while figures change under the reader's pointer and focus. */
  draw() {
    this.rows = [];
    const add = (nodes, level) => nodes.forEach((node, index) => {
      this.rows.push({ node: node, row: this.row(node, level, index + 1, nodes.length) });
      if (this.open.has(node.id)) {
        add(node.children, level + 1);
      }
    });
    add(this.roots || [], 1);
    const wanted = this.rows.map(shown => shown.row);
    const present = Array.prototype.slice.call(this.body.children);
    if (wanted.length !== present.length || wanted.some((row, index) => row !== present[index])) {
      const focused = document.activeElement;
      replaceChildren(this.body, wanted);
      if (wanted.indexOf(focused) >= 0) {
        focused.focus();
      }
    }
    const stop = this.find(this.focused) || this.find(this.selected) || this.rows[0];
    if (stop) {
      stop.row.setAttribute('tabindex', '0');
    }
  }

  row(node, level, position, size) {
    const row = this.elements.get(node.id) || emptyRow(node.id);
    this.elements.set(node.id, row);
    const unit = node.unit;
    const attributes = {
      'aria-level': level, 'aria-posinset': position, 'aria-setsize': size, tabindex: '-1',
      'aria-selected': String(node.id === this.selected)
    };
    Object.keys(attributes).forEach(name => row.setAttribute(name, attributes[name]));
    if (node.children.length) {
      row.setAttribute('aria-expanded', String(this.open.has(node.id)));
    } else {
      row.removeAttribute('aria-expanded');
    }
    row.firstChild.className = 'level-' + level;
    setText(row.querySelector('.name'), nameOf(unit));
    setText(row.querySelector('small'), this.dated ? validityOf(unit, unit.validFrom === this.oldest) : '');
    COLUMNS.forEach((column, index) =>
      setText(row.children[index + 1], number(unit.figures ? unit.figures[column] : null)));
    return row;
  }

  find(id) {
    return (this.rows || []).find(shown => shown.node.id === id);
  }

  click(event) {
    const row = event.target.closest('tr');
    const shown = row && this.find(row.getAttribute('data-id'));
    if (!shown) {
      return;
    }
    this.focused = shown.node.id;
    if (event.target.classList.contains('twisty') && shown.node.children.length) {
      this.toggle(shown.node);
    } else {
      this.chosen(shown.node.unit);
    }
  }

  key(event) {
    const at = this.rows.findIndex(shown => shown.row === document.activeElement);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const node = this.rows[at].node;
    const isOpen = this.open.has(node.id) && node.children.length;
    const moves = {
      ArrowDown: () => this.focus(at + 1),
      ArrowUp: () => this.focus(at - 1),
      Home: () => this.focus(0),
      End: () => this.focus(this.rows.length - 1),
      ArrowRight: () => (isOpen ? this.focus(at + 1) : node.children.length && this.toggle(node)),
      ArrowLeft: () => (isOpen ? this.toggle(node) : this.focus(this.rows.findIndex(shown => shown.node === node.parent))),
      Enter: () => this.chosen(node.unit),
      ' ': () => this.chosen(node.unit)
    };
    if (moves[event.key]) {
      event.preventDefault();
      this.focused = node.id;
      moves[event.key]();
    }
  }

  focus(index) {
    const shown = this.rows[index];
    if (shown) {
      this.rows.forEach(other => other.row.setAttribute('tabindex', '-1'));
      shown.row.setAttribute('tabindex', '0');
      shown.row.focus();
      this.focused = shown.node.id;
    }
  }

  toggle(node) {
    if (!this.open.delete(node.id)) {
      this.open.add(node.id);
    }
    this.draw();
  }
}

function emptyRow(id) {
  return element('tr', { role: 'row', 'data-id': id },
    element('th', { scope: 'row' },
      element('span', { class: 'twisty', 'aria-hidden': 'true' }),
      element('span', { class: 'unit-name' }, element('span', { class: 'name' }), ' ', element('small', {}))),
    ...COLUMNS.map(column => element('td', { class: NARROW.indexOf(column) < 0 ? 'wide' : '' })));
}

function setText(place, text) {
  if (place.textContent !== text) {
    place.textContent = text;
  }
}

/** Puts each unit under the one that was above it in its time. */
function arrange(units) {
  const nodes = units.map(unit => ({ id: idOf(unit), unit: unit, parent: null, children: [] }));
  const byCode = new Map();
  nodes.filter(node => node.unit.level).forEach(node => {
    byCode.set(node.unit.code, (byCode.get(node.unit.code) || []).concat(node));
  });
  const roots = [];
  nodes.forEach(node => {
    const above = (byCode.get(node.unit.parentCode) || []).filter(other => other !== node && overlap(other.unit, node.unit));
    node.parent = above.length ? above[above.length - 1] : null;
    (node.parent ? node.parent.children : roots).push(node);
  });
  const order = (a, b) => rank(a) - rank(b) || (a.unit.code < b.unit.code ? -1 : a.unit.code > b.unit.code ? 1 : 0);
  nodes.forEach(node => node.children.sort(order));
  return roots.sort(order);
}

function rank(node) {
  return node.unit.level ? RANKS[node.unit.level] : 9;
}

function overlap(a, b) {
  return a.validFrom <= (b.validTo || '9999') && b.validFrom <= (a.validTo || '9999');
}
