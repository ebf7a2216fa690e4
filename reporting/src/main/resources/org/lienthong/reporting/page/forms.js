// Parts of forms whose fields go into the address.

import { element } from './dom.js';
import { word } from './language.js';

/** A control with its label, the word of that name. */
export function field(name, control) {
  const id = 'field-' + name;
  control.setAttribute('id', id);
  return element('p', { class: 'field', 'data-key': id }, element('label', { for: id }, word(name)), control);
}

/** @param options value and text of each */
export function select(name, value, options) {
  return element('select', { name: name },
    options.map(option => element('option', { value: option[0], selected: option[0] === value }, option[1])));
}

/** What a form says, by the names of its fields. */
export function valuesOf(form) {
  const values = {};
  Array.from(form.elements).filter(control => control.name).forEach(control => {
    values[control.name] = control.type === 'checkbox' ? (control.checked ? 'true' : '') : control.value.trim();
  });
  return values;
}

export const SECTORS = ['HEALTH', 'EDUCATION', 'AGRICULTURE_FORESTRY', 'TOURISM', 'FINANCE_COMMERCE', 'TRANSPORT',
  'NATURAL_RESOURCES', 'INDUSTRY_ENERGY', 'CONSTRUCTION', 'CIVIL_JUSTICE', 'OTHER'];

export const STATUSES = ['SUBMITTED', 'ACCEPTED', 'REFUSED', 'IN_PROGRESS', 'SUPPLEMENT_REQUESTED', 'PAYMENT_REQUESTED',
  'WITHDRAWN', 'SUSPENDED', 'RESOLVED', 'RETURNED'];
