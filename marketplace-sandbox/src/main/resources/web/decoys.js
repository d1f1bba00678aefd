// Things that look like what a visitor needs and are not. Which of them are there is mutated.
import { h, css, labels, mutation, newId, say, texts } from './dom.js';

const has = (name) => mutation.decoys?.includes(name) ?? false;
const LISTS = ['vehicleType', 'year', 'make', 'bodyStyle', 'exteriorColor', 'fuelType', 'transmission'];
const TEXTS = ['model', 'mileage', 'price'];

function combo(field, more = {}) {
  const id = newId();
  return h('label', { role: 'combobox', 'aria-haspopup': 'listbox', 'aria-expanded': 'false', tabindex: '0', 'aria-labelledby': id, class: css('field'), ...more },
    h('div', {}, h('span', { id, class: css('label') }, labels[field]), h('div', { tabindex: '-1', class: css('value') })));
}

const box = (field, more = {}) =>
  h('label', { class: css('field') }, h('div', {}, h('span', { class: css('label') }, labels[field]), h('input', { type: 'text', id: newId(), class: css('input'), ...more })));

const pressed = (label) => h('div', { role: 'button', tabindex: '0', 'aria-label': label, class: css('quiet') }, h('span', {}, label));

/** What stands in the form before its fields. */
export function beforeFields() {
  return [
    has('headings') ? h('div', { class: css('hint') }, h('div', {}, h('span', {}, texts.about)),
      [...LISTS, ...TEXTS].map((field) => h('div', {}, h('span', {}, labels[field])))) : null,
    has('hiddenCopies') ? h('div', { class: css('hidden'), 'aria-hidden': 'true' },
      LISTS.map((field) => combo(field)), TEXTS.map((field) => box(field)),
      h('label', {}, h('span', {}, labels.description), h('textarea', { id: newId() })),
      h('input', { type: 'checkbox', 'aria-label': labels.cleanTitle })) : null,
  ].filter(Boolean);
}

/** What stands in the form after its fields. */
export const afterFields = () => (has('disabledCopies')
  ? [h('div', { 'aria-disabled': 'true', class: css('hint') },
    combo('year', { 'aria-disabled': 'true', tabindex: '-1' }), box('price', { disabled: true, 'aria-disabled': 'true' }))]
  : []);

/** What stands on the page before its main part. */
export function beforeMain() {
  return [
    has('fileInput') ? h('label', { 'aria-label': say('message') }, h('input', { type: 'file', multiple: true, accept: 'image/*', class: css('hidden') })) : null,
    has('filters') ? h('div', { role: 'complementary', 'aria-label': say('searchMarketplace'), class: css('headRow') },
      combo('make'), combo('year'), box('price'), box('mileage')) : null,
    has('carousel') ? h('div', { role: 'region', class: css('headRow') },
      pressed(say('viewPrevious')), pressed(say('viewNext')), pressed(labels.next), pressed(labels.publish)) : null,
  ].filter(Boolean);
}

/** What stands on the page after its main part. */
export const afterMain = () => (has('chat')
  ? [h('div', { role: 'complementary', 'aria-label': say('chats'), class: css('chat') },
    [...LISTS, ...TEXTS].map((field) => h('span', {}, labels[field])),
    h('div', { role: 'textbox', contenteditable: 'true', 'aria-label': labels.description }),
    h('div', { role: 'alert' }, h('span', {}, say('wentWrong'))))]
  : []);
