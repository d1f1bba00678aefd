// The form's controls. Each has `node`, `sync()` to show the state anew, and `invalid(message)`.
import { h, css, newId, layer, chance, choices, mutation, nest, wait, loading, attach } from './dom.js';

const strictPointer = chance() < 0.5;
let open = null; // the one popup that may be open

// A press outside an open popup closes it and does nothing else, whatever it hits.
for (const type of ['mousedown', 'click']) {
  document.addEventListener(type, (event) => {
    if (!open || open.holds(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    if (type === 'click') open.close();
  }, true);
}
document.addEventListener('keydown', (event) => {
  if (open && event.key === 'Escape') open.close();
}, true);
export const closePopup = () => open?.close();

// Before February 2025 controls named themselves; since then only their spans do.
const ownName = (label) => (choices['form.naming'] === 'aria-label' ? { 'aria-label': label } : {});

/** What the site shows under a field that is not good. */
export function complaint(node, control) {
  let shown = null;
  return (message) => {
    shown?.remove();
    shown = message ? h('div', { role: 'alert', class: css('alert') }, h('span', {}, message)) : null;
    if (shown) node.append(shown);
    if (message) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
  };
}

/** A dropdown: named by aria-labelledby only, its options in a body-level layer, late. */
export function dropdown({ label, options, get, set, delay = [100, 400], left = () => {} }) {
  const base = newId();
  newId();
  const holderId = newId();
  const labelId = newId();
  const value = h('div', { tabindex: '-1', id: holderId, class: css('value') });
  const combo = h('label', {
    role: 'combobox', 'aria-haspopup': 'listbox', 'aria-expanded': 'false', tabindex: '0', class: css('field'),
    ...(choices['form.naming'] === 'aria-label' ? ownName(label) : { 'aria-labelledby': labelId }),
  }, nest(h('div', {}, h('span', { id: labelId, class: css('label') }, label), value)));
  const node = h('div', { class: css('row') }, combo);
  let swallow = chance() < (mutation.swallow ?? 0.08);
  let active = -1;
  let typed = '';
  let typedAt = 0;

  function choose(option) {
    open?.close();
    set(option);
    value.focus();
  }

  function row(option, index) {
    let pressed = !strictPointer;
    return h('div', {
      role: 'option', tabindex: '-1', id: `${base}__${index}`, 'aria-selected': String(option === get()),
      class: css('option'),
      onmousedown: () => { pressed = true; },
      onclick: () => { if (pressed) choose(option); },
    }, h('div', {}, h('div', {}, h('span', {}, option))));
  }

  async function show() {
    const listbox = h('div', { role: 'listbox', id: newId(), tabindex: '-1', class: css('listbox') }, loading());
    const holder = layer(listbox);
    attach(listbox, combo);
    combo.setAttribute('aria-expanded', 'true');
    combo.setAttribute('aria-controls', listbox.id);
    const mine = {
      holds: (target) => holder.contains(target),
      rows: [],
      close() {
        open = null;
        holder.remove();
        combo.setAttribute('aria-expanded', 'false');
        combo.removeAttribute('aria-controls');
        left();
      },
    };
    open = mine;
    active = -1;
    value.focus();
    await wait(...delay);
    if (open !== mine) return;
    mine.rows = options().map(row);
    listbox.replaceChildren(...mine.rows);
    mine.rows[options().indexOf(get())]?.scrollIntoView({ block: 'nearest' });
  }

  function mark(index) {
    open.rows[active]?.classList.remove(...css('active').split(' '));
    active = index;
    open.rows[active]?.classList.add(...css('active').split(' '));
    open.rows[active]?.scrollIntoView({ block: 'nearest' });
  }

  combo.addEventListener('click', (event) => {
    event.preventDefault();
    if (swallow) swallow = false;
    else show();
  });
  combo.addEventListener('keydown', (event) => {
    if (!open) {
      if (['Enter', ' ', 'ArrowDown'].includes(event.key)) {
        event.preventDefault();
        show();
      }
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (active >= 0 && open.rows[active]) choose(options()[active]);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      mark(Math.max(0, Math.min(open.rows.length - 1, active + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key.length === 1) {
      typed = event.timeStamp - typedAt > 1000 ? event.key : typed + event.key;
      typedAt = event.timeStamp;
      const hit = options().findIndex((option) => option.toLowerCase().startsWith(typed.toLowerCase()));
      if (hit >= 0 && open.rows.length) mark(hit);
    }
  });
  return { node, sync: () => { value.textContent = get() ?? ''; }, invalid: complaint(node, combo) };
}

const nativeValue = {
  INPUT: Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value'),
  TEXTAREA: Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value'),
};

/**
 * Makes an input controlled: the state owns the value. A value set by script on the element itself is
 * known to the tracker and so is no change; the next drawing puts the state's value back.
 */
export function controlled(input, get, set) {
  const native = nativeValue[input.tagName];
  let tracked = '';
  Object.defineProperty(input, 'value', {
    configurable: true,
    enumerable: true,
    get: () => native.get.call(input),
    set(value) {
      tracked = String(value);
      native.set.call(input, value);
    },
  });
  const sync = () => {
    if (native.get.call(input) !== get()) input.value = get();
    else tracked = get();
  };
  const changed = () => {
    const now = native.get.call(input);
    if (now === tracked) return;
    tracked = now;
    set(now);
    sync();
  };
  input.addEventListener('input', changed);
  input.addEventListener('change', changed);
  return sync;
}

/** A text box wrapped by its label; nothing on the input names it. */
export function textField({ label, get, set, tag = 'input', left = () => {}, attributes = {} }) {
  const spanId = newId();
  const type = tag === 'input' ? { type: 'text' } : { rows: '4' };
  const input = h(tag, { ...type, id: newId(), dir: 'ltr', class: css('input'), ...ownName(label), ...attributes });
  const mirror = tag === 'textarea' ? h('div', { 'aria-hidden': 'true', class: css('mirror') }) : null;
  const node = h('div', { class: css('row') },
    h('label', { class: css('field') }, nest(h('div', {}, h('span', { id: spanId, class: css('label') }, label), input, mirror))));
  const draw = controlled(input, get, set);
  input.addEventListener('blur', left);
  const sync = () => {
    draw();
    if (mirror) mirror.textContent = get();
  };
  return { node, input, sync, invalid: complaint(node, input) };
}

export function checkbox({ label, hint, name, get, set }) {
  const input = h('input', { type: 'checkbox', name, 'aria-label': label, class: css('check') });
  input.addEventListener('change', () => {
    set(input.checked);
    input.checked = get();
  });
  const node = h('div', { class: css('row') },
    h('label', { class: css('checkRow') }, input, h('div', {}, h('span', {}, label), h('div', { class: css('hint') }, hint))));
  return { node, sync: () => { input.checked = get(); }, invalid: () => {} };
}

export function toggle({ label, get, set }) {
  const input = h('input', { type: 'checkbox', role: 'switch', 'aria-label': label, class: css('check') });
  const sync = () => {
    input.checked = get();
    input.setAttribute('aria-checked', String(get()));
  };
  input.addEventListener('change', () => {
    set(input.checked);
    sync();
  });
  return { node: h('div', { class: css('row') }, h('label', { class: css('checkRow') }, input, h('span', {}, label))), sync, invalid: () => {} };
}
