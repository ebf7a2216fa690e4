// Where the units are: a point for each, by its coordinates, without a map from elsewhere.

import { element, svg } from '../dom.js';
import { number, share, word } from '../language.js';
import { idOf, nameOf, unitHref } from '../units.js';
import { gradeOf, shareOf, STEPS, valueOf } from './measures.js';

/** Room for the largest point and its name. */
const MARGIN = 36;
const LEAST_RADIUS = 5;
const MOST_RADIUS = 18;
const LETTER = 6.2;
const LINE = 13;

/** @param width of the place, CSS pixels */
export function places(units, query, width) {
  const placed = units.filter(unit => unit.latitude !== null && unit.longitude !== null
    && unit.latitude !== undefined && unit.longitude !== undefined);
  if (placed.length === 0) {
    return null;
  }
  const missing = units.length - placed.length;
  const project = projection(placed, width);
  const most = Math.max(1, ...placed.map(unit => valueOf(unit.figures, 'received') || 0));
  const points = placed.map(unit => point(unit, project, most)).sort((a, b) => b.radius - a.radius);
  label(points, width);
  return [
    element('p', { class: 'quiet' }, word('geographyHint')),
    legend(),
    svg('svg', {
      class: 'places', viewBox: '0 0 ' + width + ' ' + project.height, role: 'group', 'aria-label': word('geography')
    }, points.map(shown => drawn(shown, query))),
    missing > 0 && element('p', { class: 'quiet' }, word('noPlaces', number(missing)))
  ];
}

/** Degrees to pixels, with the same scale both ways at the middle of the units. */
function projection(units, width) {
  const latitudes = units.map(unit => unit.latitude);
  const longitudes = units.map(unit => unit.longitude);
  const north = Math.max(...latitudes);
  const west = Math.min(...longitudes);
  const narrowing = Math.cos((north + Math.min(...latitudes)) / 2 * Math.PI / 180);
  const across = Math.max(0.02, (Math.max(...longitudes) - west) * narrowing);
  const down = Math.max(0.02, north - Math.min(...latitudes));
  // As wide as there is place for, but no higher than it is wide.
  const scale = Math.min((width - 2 * MARGIN) / across, (width - 2 * MARGIN) / down, 420 / down);
  const left = (width - across * scale) / 2;
  return {
    height: Math.round(down * scale + 2 * MARGIN),
    x: unit => left + (unit.longitude - west) * narrowing * scale,
    y: unit => MARGIN + (north - unit.latitude) * scale
  };
}

function point(unit, project, most) {
  const received = valueOf(unit.figures, 'received') || 0;
  return {
    unit: unit, x: project.x(unit), y: project.y(unit),
    // The area, not the radius, grows with the number.
    radius: Math.max(LEAST_RADIUS, MOST_RADIUS * Math.sqrt(received / most))
  };
}

/** Names the points, the largest first, where the name does not cover another name or point. */
function label(points, width) {
  const taken = points.map(shown => ({
    left: shown.x - shown.radius, right: shown.x + shown.radius, top: shown.y - shown.radius, bottom: shown.y + shown.radius
  }));
  points.forEach(shown => {
    const text = nameOf(shown.unit);
    const half = text.length * LETTER / 2;
    const x = Math.min(Math.max(shown.x, half + 2), width - half - 2);
    const box = at => ({ left: x - half, right: x + half, top: at - LINE + 3, bottom: at + 3 });
    const below = shown.y + shown.radius + LINE - 1;
    const above = shown.y - shown.radius - 5;
    const free = [below, above].find(at => !taken.some(other => overlap(other, box(at))));
    if (free !== undefined) {
      taken.push(box(free));
    }
    shown.label = { text: text, x: x, y: free === undefined ? below : free, hidden: free === undefined };
  });
}

function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function drawn(shown, query) {
  const unit = shown.unit;
  const onTime = shareOf(unit.figures, 'onTime').value;
  const said = word('pointSaid', nameOf(unit), number(valueOf(unit.figures, 'received')), share(onTime));
  return svg('a', { href: unitHref(unit, query), class: 'place', 'aria-label': said, 'data-key': idOf(unit) },
    svg('title', {}, said),
    svg('circle', { class: 'target', cx: round(shown.x), cy: round(shown.y), r: Math.max(12, shown.radius) }),
    svg('circle', {
      class: 'point', 'data-grade': gradeOf(onTime), cx: round(shown.x), cy: round(shown.y), r: round(shown.radius)
    }),
    svg('text', {
      class: shown.label.hidden ? 'name aside' : 'name', x: round(shown.label.x), y: round(shown.label.y),
      'text-anchor': 'middle'
    }, shown.label.text));
}

function legend() {
  const texts = STEPS.map(step => word('atLeast', share(step, 0)))
    .concat(word('below', share(STEPS[STEPS.length - 1], 0)));
  return element('p', { class: 'legend' },
    texts.map((text, grade) => element('span', { class: 'key', 'data-grade': grade }, text)),
    element('span', { class: 'key' }, word('noShare')));
}

function round(value) {
  return value.toFixed(1);
}
