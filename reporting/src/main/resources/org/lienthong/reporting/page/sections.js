// A titled part of a view.

import { element } from './dom.js';
import { word } from './language.js';

/** @param name the word of its title, and what makes it the same section when it is shown again */
export function section(name, ...content) {
  return element('section', { class: 'panel', 'data-key': name, 'aria-labelledby': name + '-title' },
    element('h2', { id: name + '-title' }, word(name)), content);
}
