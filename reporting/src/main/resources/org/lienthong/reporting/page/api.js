// Questions to the server.

/** A problem as the server describes it, in both languages. */
export class Problem extends Error {
  constructor(body) {
    super(body.code);
    this.body = body;
  }

  /** What to tell a reader of the language. */
  text(language) {
    const said = language === 'vi' ? this.body : this.body.en;
    return said.title + '. ' + said.detail;
  }
}

async function ask(path, parameters) {
  const query = Object.keys(parameters)
    .filter(name => parameters[name])
    .map(name => name + '=' + encodeURIComponent(parameters[name]))
    .join('&');
  const answer = await fetch(path + (query ? '?' + query : ''), { headers: { Accept: 'application/json' } });
  const body = await answer.json();
  if (!answer.ok) {
    throw new Problem(body);
  }
  return body;
}

export const units = () => ask('v1/units', {});
export const summary = scope => ask('v1/summary', scope);
export const dossier = code => ask('v1/dossiers', { code: code });

/** @param code of a dossier, no alias */
export const receipts = code => ask('v1/dossiers/' + encodeURIComponent(code) + '/receipts', {});

/** @param by month or sector */
export function statistics(unit, scope, by) {
  return ask('v1/units/' + encodeURIComponent(unit.code || '-') + '/statistics', {
    on: unit.level ? unit.validTo || unit.validFrom : '', from: scope.from, to: scope.to, by: by
  });
}

/** Calls back when figures changed, and when the connection comes and goes. */
export function listen(changed, unavailable, lost) {
  const events = new EventSource('v1/events');
  events.addEventListener('changed', event => changed(JSON.parse(event.data)));
  events.addEventListener('unavailable', unavailable);
  events.onerror = lost;
}
