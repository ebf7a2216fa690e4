// Addresses of views: #/view/part?name=value. Every view has one, so that it can be kept, sent and gone back to.

/** The route of an address; without one, of the start. */
export function parse(address) {
  const hash = address.indexOf('#') < 0 ? '' : address.slice(address.indexOf('#') + 1);
  const mark = hash.indexOf('?');
  const path = (mark < 0 ? hash : hash.slice(0, mark)).split('/').filter(part => part).map(decoded);
  const query = {};
  (mark < 0 ? '' : hash.slice(mark + 1)).split('&').filter(pair => pair).forEach(pair => {
    const at = pair.indexOf('=');
    query[decoded(at < 0 ? pair : pair.slice(0, at))] = at < 0 ? '' : decoded(pair.slice(at + 1));
  });
  return { view: path[0] || '', parts: path.slice(1), query: query };
}

/** The address of a view; parameters without a value are left out. */
export function href(view, parts, query) {
  const pairs = queryText(query);
  return '#/' + [view].concat(parts || []).map(encodeURIComponent).join('/') + (pairs ? '?' + pairs : '');
}

export function hrefOf(route) {
  return href(route.view, route.parts, route.query);
}

/** The same view with some parameters changed. */
export function altered(route, changes) {
  return { view: route.view, parts: route.parts, query: Object.assign({}, route.query, changes) };
}

export function queryText(query) {
  return Object.keys(query || {})
    .filter(name => query[name] !== null && query[name] !== undefined && query[name] !== '')
    .map(name => encodeURIComponent(name) + '=' + encodeURIComponent(query[name]))
    .join('&');
}

/** Of the parameters only these. */
export function only(query, names) {
  const kept = {};
  names.filter(name => query[name]).forEach(name => {
    kept[name] = query[name];
  });
  return kept;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch (e) {
    return text; // written by hand, with a stray percent sign
  }
}
