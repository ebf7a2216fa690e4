// Building elements, and bringing what is shown in line with what should be. Text is always set as text: nothing that
// comes from data is ever read as HTML.

export function byId(id) {
  return document.getElementById(id);
}

/** An element with attributes and children. Attributes and children that are null or false are left out; lists of
 *  children are taken one by one; a child that is no node becomes text. */
export function element(name, attributes, ...children) {
  return filled(document.createElement(name), attributes, children);
}

export function svg(name, attributes, ...children) {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

export function link(href, attributes, ...children) {
  return element('a', Object.assign({ href: href }, attributes), ...children);
}

function filled(made, attributes, children) {
  Object.keys(attributes || {}).forEach(key => {
    const value = attributes[key];
    if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? '' : value);
    }
  });
  children.forEach(child => append(made, child));
  return made;
}

function append(parent, child) {
  if (Array.isArray(child)) {
    child.forEach(one => append(parent, one));
  } else if (child !== null && child !== undefined && child !== false) {
    parent.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/**
 * Makes the children of a place look like the wanted ones, changing as little as it can: fresh figures must not take
 * the reader's focus, place on the page, open details or half-written text. An element with data-key is the same one
 * wherever it moves among its siblings.
 */
export function show(place, wanted) {
  const focused = document.activeElement;
  alter(place, wanted);
  if (focused !== document.activeElement && place.contains(focused)) {
    focused.focus({ preventScroll: true }); // it was moved, by which it had lost the focus
  }
}

function alter(place, wanted) {
  const keys = new Set(wanted.map(keyOf).filter(key => key));
  const byKey = new Map();
  Array.from(place.children).forEach(child => {
    if (keyOf(child)) {
      byKey.set(keyOf(child), child);
    }
  });
  let at = place.firstChild;
  wanted.forEach(next => {
    while (at && keyOf(at) && !keys.has(keyOf(at))) {
      at = removed(place, at);
    }
    const match = keyOf(next) ? byKey.get(keyOf(next)) : at;
    if (match && isAlike(match, next)) {
      if (match === at) {
        at = at.nextSibling;
      } else {
        place.insertBefore(match, at);
      }
      update(match, next);
    } else {
      place.insertBefore(next, at);
    }
  });
  while (at) {
    at = removed(place, at);
  }
}

function removed(place, node) {
  const next = node.nextSibling;
  place.removeChild(node);
  return next;
}

function keyOf(node) {
  return node.nodeType === Node.ELEMENT_NODE ? node.getAttribute('data-key') : null;
}

function isAlike(a, b) {
  return a.nodeName === b.nodeName && keyOf(a) === keyOf(b);
}

function update(node, next) {
  if (node.nodeType !== Node.ELEMENT_NODE) {
    if (node.data !== next.data) {
      node.data = next.data;
    }
    return;
  }
  Array.from(node.attributes).forEach(attribute => {
    if (!next.hasAttribute(attribute.name) && !isReaders(node, attribute.name)) {
      node.removeAttribute(attribute.name);
    }
  });
  Array.from(next.attributes).forEach(attribute => {
    if (node.getAttribute(attribute.name) !== attribute.value && !isReaders(node, attribute.name)) {
      node.setAttribute(attribute.name, attribute.value);
    }
  });
  const value = next.value; // of a choice, before its options go over to the shown one
  alter(node, Array.from(next.childNodes));
  if ((node.nodeName === 'INPUT' || node.nodeName === 'SELECT') && node !== document.activeElement) {
    node.value = value;
  }
}

/** Whether a details is open is up to the reader once it is there. */
function isReaders(node, attribute) {
  return node.nodeName === 'DETAILS' && attribute === 'open';
}
