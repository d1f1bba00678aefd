// The Location field: asks the server while typing, and stores only what was picked from the list.
import { h, css, newId, layer, chance, nest, say, wait, attach } from './dom.js';
import { controlled } from './widgets.js';
import { graphql } from './net.js';

export function locationField({ label, state, changed }) {
  const input = h('input', {
    type: 'text', role: 'combobox', 'aria-label': label, 'aria-autocomplete': 'list', 'aria-expanded': 'false',
    autocomplete: 'off', placeholder: say('enterCity'), id: newId(), class: css('input'),
  });
  const node = h('div', { class: css('row') }, h('div', { class: css('field') }, nest(input)));
  let holder = null;
  let asked = 0;
  let active = -1;
  let rows = [];

  function close() {
    holder?.remove();
    holder = null;
    rows = [];
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-controls');
  }

  function pick(place) {
    asked++;
    close();
    state.location = place.name;
    state.locationText = place.name;
    changed();
  }

  function draw(places) {
    const at = active;
    close();
    if (!places.length) return;
    rows = places;
    const items = places.map((place) => {
      const inner = h('div', { tabindex: '-1', class: css('option'), onclick: () => pick(place) },
        h('div', {}, h('span', {}, place.name)), h('div', { class: css('hint') }, h('span', {}, place.kind)));
      // The list is drawn anew at every answer; an answer between press and release loses the click.
      inner.addEventListener('mousedown', (event) => {
        event.preventDefault();
        if (chance() < 0.1) draw(places);
      });
      return h('li', { role: 'option', id: newId(), 'aria-selected': 'false' }, inner);
    });
    const list = h('ul', { role: 'listbox', id: newId(), 'aria-label': say('suggested', places.length), class: css('listbox') }, items);
    holder = layer(list);
    attach(list, input);
    input.setAttribute('aria-expanded', 'true');
    input.setAttribute('aria-controls', list.id);
    active = Math.min(at, items.length - 1);
  }

  async function ask() {
    const mine = ++asked;
    await wait(250);
    if (mine !== asked) return;
    const query = state.locationText;
    let places;
    try {
      ({ places } = await graphql('MarketplaceComposerLocationQuery', { query }));
    } catch {
      return;
    }
    // The first answer comes from what is at hand, the full one a little later.
    for (const pause of [[150, 350], [200, 500]]) {
      await wait(...pause);
      if (mine !== asked) return;
      draw(places);
    }
  }

  const sync = controlled(input, () => state.locationText, (text) => {
    state.locationText = text;
    changed();
    ask();
  });
  input.addEventListener('keydown', (event) => {
    if (!holder) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      active = Math.max(0, Math.min(rows.length - 1, active + (event.key === 'ArrowDown' ? 1 : -1)));
      [...holder.querySelectorAll('li')].forEach((item, index) => item.setAttribute('aria-selected', String(index === active)));
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      pick(rows[active]);
    } else if (event.key === 'Escape') {
      asked++;
      close();
    }
  });
  input.addEventListener('blur', () => {
    asked++;
    close();
  });
  return { node, sync, invalid: () => {}, gone: () => { asked++; close(); } };
}
