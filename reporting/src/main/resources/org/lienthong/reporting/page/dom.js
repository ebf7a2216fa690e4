// Building elements. Text is always set as text: nothing that comes from data is ever read as HTML.

export function byId(id) {
  return document.getElementById(id);
}

/** An element with attributes and children; a child that is no node becomes text. */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  fill(made, attributes, children);
  return made;
}

export function svg(name, attributes, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  fill(made, attributes, children);
  return made;
}

export function replaceChildren(parent, children) {
  while (parent.firstChild) {
    parent.removeChild(parent.firstChild);
  }
  children.forEach(child => parent.appendChild(child));
}

function fill(made, attributes, children) {
  Object.keys(attributes || {}).forEach(key => made.setAttribute(key, attributes[key]));
  children.forEach(child => {
    made.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
  });
}
