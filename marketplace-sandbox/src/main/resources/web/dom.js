// Building blocks: chance, random names, elements, layers. Everything random comes from the page's seed.
export const settings = JSON.parse(document.getElementById('settings').textContent);
export const variant = settings.variant;
export const labels = variant.labels;
export const texts = variant.texts;
export const choices = settings.choices ?? {};
/** What was mutated in how pages are drawn; nothing in its place. */
export const mutation = settings.mutation ?? {};

/** A sentence of the site in the visitor's language. */
export const say = (key, ...values) =>
  values.reduce((text, value, index) => text.replaceAll(`{${index}}`, value), variant.words[key] ?? '');

/** The words of a choice that is a sentence itself. */
export const face = (choice) => variant.faces[choice][choices[choice]];

let state = settings.seed >>> 0;
export function chance() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

/** Waits between the two times (milliseconds of the true site), scaled by the pace. */
export const wait = (from, to = from) =>
  new Promise((done) => setTimeout(done, (from + chance() * (to - from)) * settings.pace * (mutation.slow ?? 1)));

// Ids as the site's releases made them.
const ID_SCHEMES = { new: (id) => `_r_${id}_`, colons: (id) => `:r${id}:`, jsc: (id) => `jsc_c_${id}`, plain: (id) => `u_0_${id}` };
let nextId = 10 + Math.floor(chance() * 900);
export const newId = () => ID_SCHEMES[mutation.ids ?? 'new']((nextId++).toString(36));

// One-rule atoms: each style of ours gets a new name on every load, among meaningless neighbours.
const classNames = new Map();
const atom = () => 'x' + Math.floor(chance() * 36 ** 6).toString(36);
export function css(...names) {
  return names
    .map((name) => {
      if (!classNames.has(name)) classNames.set(name, `${atom()} ${atom()}`);
      return classNames.get(name);
    })
    .join(' ');
}

/** Writes the style rules under this load's class names. */
export function writeStyles(rules) {
  const text = Object.entries(rules).map(([name, body]) => `.${css(name).split(' ')[0]}{${body}}`);
  document.head.append(h('style', {}, text.join('\n')));
}

/** An element: attributes with null are left out, on* are listeners, children are nodes or texts. */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

/** The node inside as many meaningless boxes as were mutated. */
export function nest(node) {
  let outer = node;
  for (let i = 0; i < (mutation.depth ?? 0); i++) outer = h('div', { class: css('plain') }, outer);
  return outer;
}

/** A body-level layer, as all menus and dialogs are. */
export function layer(...children) {
  const node = h('div', { class: '__fb-light-mode ' + css('layer') }, children);
  document.body.append(node);
  return node;
}

/** Places a popup under its field, or above it where there is more room. */
export function attach(popup, field) {
  const box = field.getBoundingClientRect();
  const below = innerHeight - box.bottom;
  const under = below >= 320 || below >= box.top;
  const room = Math.min(320, (under ? below : box.top) - 8);
  popup.style.cssText = `left:${box.left + scrollX}px;width:${box.width}px;max-height:${room}px;`
    + (under ? `top:${box.bottom + scrollY}px` : `top:${box.top + scrollY}px;transform:translateY(-100%)`);
}

/** A site button: a div with a role. Disabled is aria-disabled with tabindex -1. */
export function button(label, onPress, look = 'button') {
  const node = h('div', { role: 'button', 'aria-label': label, tabindex: '0', class: css(look) },
    h('span', {}, label));
  const press = (event) => {
    if (node.getAttribute('aria-disabled') !== 'true') onPress(event);
  };
  node.addEventListener('click', press);
  node.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      press(event);
    }
  });
  node.enable = (enabled) => {
    if (enabled) node.removeAttribute('aria-disabled');
    else node.setAttribute('aria-disabled', 'true');
    node.setAttribute('tabindex', enabled ? '0' : '-1');
    node.className = css(look, ...(enabled ? [] : ['disabled']));
  };
  return node;
}

/** A modal dialog; returns it with a close function and a promise of its end. */
export function dialog(title, ...children) {
  let shade;
  let end;
  const gone = new Promise((done) => { end = done; });
  const close = () => {
    shade.remove();
    end();
  };
  const head = h('div', { class: css('dialogHead') }, h('h2', {}, title), button(say('close'), close, 'quiet'));
  shade = layer(h('div', { class: css('shade') },
    h('div', { role: 'dialog', 'aria-label': title, 'aria-modal': 'true', class: css('dialog') }, head, children)));
  return { node: shade, close, gone };
}

/** Tells the visitor that a request failed, in the site's words if it has any. */
export function sorry(error) {
  dialog(error.title ?? say('wentWrong'), h('p', {}, error.title ? error.message : say('tryAgain')));
}

export const loading = () => h('div', { role: 'status', 'aria-label': say('loading'), class: css('loading') });

export function money(amount) {
  const digits = String(amount ?? '').replace(/\D/g, '');
  const figure = digits.replace(/\B(?=(\d{3})+$)/g, variant.thousands);
  return digits && (variant.currencyPlace === 'after' ? `${figure}\u00a0${variant.currency}` : variant.currency + figure);
}

export const grouped = (number) => String(number ?? '').replace(/\B(?=(\d{3})+$)/g, variant.thousands);
