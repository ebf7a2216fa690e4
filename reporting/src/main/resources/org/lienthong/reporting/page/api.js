// Questions to the server.

import { queryText } from './routes.js';

/** A problem as the server describes it, in both languages. */
export class Problem extends Error {
  constructor(body) {
    super(body.code);
    this.code = body.code;
    this.body = body;
  }

  /** What to tell a reader of the language. */
  text(language) {
    const said = language === 'vi' ? this.body : this.body.en;
    return said.title + '. ' + said.detail;
  }
}

const RETRY_MILLIS = 5000;

async function ask(path, parameters) {
  const query = queryText(parameters);
  const answer = await fetch('v1/' + path + (query ? '?' + query : ''), { headers: { Accept: 'application/json' } });
  const body = await answer.json();
  if (!answer.ok) {
    throw new Problem(body);
  }
  return body;
}

/** A part of a path; the empty code of dossiers without a unit has a sign of its own. */
const part = code => encodeURIComponent(code || '-');

export const units = on => ask('units', { on: on });
export const summary = () => ask('summary', {});
export const overview = (unit, filters) => ask('units/' + part(unit) + '/overview', filters);
/** What a code means today, without its figures' children. */
export const unit = async code => (await ask('units/' + part(code) + '/statistics', {})).unit;
export const dossiers = filters => ask('dossiers', filters);
export const dossier = code => ask('dossiers', { code: code });

/** @param code of a dossier, no alias */
export const receipts = code => ask('dossiers/' + part(code) + '/receipts', {});
export const explanation = code => ask('dossiers/' + part(code) + '/explanation', {});
export const serviceIndex = (unit, period) => ask('units/' + part(unit) + '/index', { period: period });
export const ranking = (period, on) => ask('index', { period: period, on: on });
export const readiness = unit => ask('units/' + part(unit) + '/readiness', {});
export const quality = () => ask('quality', {});
export const quarantine = limit => ask('quarantine', { limit: limit });
export const ledger = () => ask('ledger', {});

/** Dossiers that cost a metric of the service index its points. */
export function costly(unit, metric, filters) {
  return ask('units/' + part(unit) + '/index/' + part(metric) + '/dossiers', filters);
}

/** The address of a file with the rows of a report. @param kind csv, xlsx or parquet */
export function download(report, kind, filters) {
  const query = queryText(filters);
  return 'v1/exports/' + report + '.' + kind + (query ? '?' + query : '');
}

/** Calls back when figures changed, and when the connection comes and goes. */
export function listen(changed, unavailable, lost) {
  const events = new EventSource('v1/events');
  events.addEventListener('changed', event => changed(JSON.parse(event.data)));
  events.addEventListener('unavailable', unavailable);
  events.onerror = () => {
    lost();
    if (events.readyState === EventSource.CLOSED) {
      // Answered with an error, as by a proxy before a server that is away: the browser does not try again by itself.
      setTimeout(() => listen(changed, unavailable, lost), RETRY_MILLIS);
    }
  };
}
