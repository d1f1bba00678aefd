// Make and Model as text with suggestions: what is left in the box is not always what was typed.
import { h, css, newId, layer, wait, attach } from './dom.js';
import { textField } from './widgets.js';

/** A suggestion's number on the site; the same for the same words. */
const numberOf = (text) => String([...text].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)) % 900000, 7) + 100000);

/** Rows for what was typed into Model: the family first, then what was typed. */
export function models(typed) {
  const [family] = typed.trim().split(/\s+/);
  return family ? [...new Set([family, typed.trim(), `${family} Sport`])] : [];
}

export const makes = (list) => (typed) =>
  list.filter((make) => typed.trim() && make.toLowerCase().startsWith(typed.trim().toLowerCase())).slice(0, 6);

/**
 * A text box with suggestions under it.
 *
 * @param rowsFor the suggestions for a text
 * @param byNumber true when a suggestion is committed as its number unless the box is left by Tab;
 *   false when the first one is taken whenever the box is left
 */
export function suggestField({ rowsFor, byNumber, get, set, left, ...common }) {
  let holder = null;
  let rows = [];
  let round = 0;
  const close = () => {
    round++;
    holder?.remove();
    holder = null;
    rows = [];
  };
  const commit = (row) => {
    close();
    if (row) set(byNumber ? numberOf(row) : row);
  };
  const box = textField({
    ...common, get,
    set: (text) => {
      set(text);
      suggest();
    },
    left: () => {
      commit(rows[0]);
      left();
    },
    attributes: { autocomplete: 'off' },
  });

  async function suggest() {
    close();
    const mine = round;
    // Known at once, shown a little later: leaving the box quickly is leaving it with suggestions.
    rows = rowsFor(get());
    await wait(150, 400);
    if (mine !== round || !rows.length) return;
    const list = h('ul', { role: 'listbox', id: newId(), class: css('listbox') }, rows.map((row) =>
      h('li', { role: 'option', id: newId(), class: css('option'), onmousedown: (event) => event.preventDefault(), onclick: () => commit(row) },
        h('span', {}, row))));
    holder = layer(list);
    attach(list, box.input);
  }
  box.input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' || (event.key === 'Tab' && byNumber)) close();
    if (event.key === 'Enter' && rows.length) {
      event.preventDefault();
      commit(rows[0]);
    }
  });
  return { ...box, gone: close };
}
