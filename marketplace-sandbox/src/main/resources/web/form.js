// The vehicle form: its state, which fields are there, and drawing them.
import { h, css, settings, variant, labels, texts, button, wait, loading } from './dom.js';
import { makeField, gated, missing } from './fields.js';
import { closePopup } from './widgets.js';
import { photoBlock } from './photos.js';
import { preview } from './preview.js';
import { topBar, panes } from './frame.js';
import { audience } from './publish.js';
import { presence } from './net.js';
import { leaveGuard } from './leave.js';

const SECTIONS = [
  { fields: ['vehicleType', 'photos'] },
  { heading: 'about', hint: 'aboutHint', fields: ['location', 'year', 'make', 'model', 'mileage'] },
  { heading: null, name: 'price', hint: 'priceHint', fields: ['price'] },
  { heading: 'appearance', hint: 'appearanceHint', fields: ['bodyStyle', 'exteriorColor', 'interiorColor'] },
  { heading: 'details', hint: 'detailsHint', fields: ['cleanTitle', 'condition', 'fuelType', 'transmission'] },
  { heading: null, name: 'description', hint: 'descriptionHint', fields: ['description'] },
];
const ALWAYS = ['vehicleType', 'photos', 'location', 'year', 'make', 'model', 'price', 'description'];

// `shape` is the type whose fields are shown; it follows the chosen type a little later.
const state = {
  values: { ...variant.defaults }, photos: [], hadPhotos: false, videos: 0, shape: null, makeBorn: 0,
  location: settings.account.city, locationText: settings.account.city, dirty: false,
};
const controls = new Map(); // by field: { control, key }
let view;
let look;

const shown = (field) => ALWAYS.includes(field) || gated(state, field);
// A new key means a new element: Make is replaced when the type becomes known, and after the year.
const keyOf = (field) => (field === 'make' ? `make ${state.shape} ${state.makeBorn}` : field);

function set(field, value) {
  if (state.values[field] === value) return changed();
  state.values[field] = value;
  state.dirty = true;
  if (field === 'vehicleType') typeChosen();
  if (field === 'make') state.values.model = '';
  if (field === 'year' && !state.makeBorn) wait(400, 1000).then(() => { state.makeBorn++; draw(); });
  controls.get(field)?.control.invalid(null);
  changed();
}

async function typeChosen() {
  const { vehicleType } = state.values;
  state.values = { vehicleType, ...variant.defaults };
  state.makeBorn = 0;
  changed();
  await wait(300, 1000);
  if (state.values.vehicleType !== vehicleType) return;
  state.shape = vehicleType;
  draw();
}

function left(field) {
  const bad = missing(state).includes(field) && variant.errors[field];
  controls.get(field)?.control.invalid(bad ? variant.errors[field] : null);
}

/** The form's whole middle is taken away and comes back with new elements, the state unhurt. */
async function remount() {
  closePopup();
  forget();
  view.body.replaceChildren(loading());
  await wait(3000);
  draw();
  view.title.focus();
}

function forget() {
  for (const { control } of controls.values()) control.gone?.();
  controls.clear();
}

function control(field) {
  const known = controls.get(field);
  if (known?.key === keyOf(field)) return known.control;
  const made = field === 'photos'
    ? photoBlock({ state, changed, first: remount })
    : makeField(field, state, { set, changed, left });
  controls.set(field, { control: made, key: keyOf(field) });
  return made;
}

function section({ heading, name, hint, fields }) {
  const present = fields.filter(shown);
  if (!present.length) return null;
  const title = heading ? texts[heading] : name ? labels[name] : null;
  const words = heading === 'about' && state.shape ? texts.aboutHintTyped : texts[hint];
  return h('div', {}, title ? [h('h2', {}, title), h('div', { class: css('hint') }, words)] : null,
    present.map((field) => control(field).node));
}

/** Puts the right controls in place; those already there keep their elements. */
function draw() {
  for (const field of [...controls.keys()]) if (!shown(field)) controls.delete(field);
  const nodes = SECTIONS.map(section).filter(Boolean);
  const focused = document.activeElement;
  view.body.replaceChildren(...nodes);
  if (focused !== document.activeElement && focused.isConnected) focused.focus();
  changed();
}

/** Draws every value anew from the state. */
function changed() {
  state.dirty ||= state.photos.length > 0 || state.location !== settings.account.city;
  for (const { control: one } of controls.values()) one.sync();
  view.next.enable(missing(state).length === 0 && state.photos.length > 0);
  view.save.enable(state.dirty);
  look.sync(state);
}

async function next() {
  closePopup();
  await wait(300);
  history.pushState({ step: 'audience' }, '', '/marketplace/create/vehicle?step=audience');
  showAudience();
}

function showAudience() {
  forget();
  view.column.replaceChildren(...audience({ state, back: () => history.back(), published: leave }));
}

function showForm() {
  frame();
  draw();
}

let leave;

function frame() {
  const save = button(labels.saveDraft, () => { state.dirty = false; changed(); }, 'quiet');
  const nextButton = button(labels.next, next);
  const title = h('h1', { tabindex: '-1' }, labels.heading);
  const body = h('div', {});
  const form = h('div', { role: 'form', 'aria-label': 'Marketplace' },
    h('div', {}, h('span', {}, settings.account.name), h('div', { class: css('hint') }, 'Listing to Marketplace · Public')),
    body, h('div', { class: css('hint') }, texts.policy, ' ', h('a', { href: '/policies_center/commerce' }, 'Commerce Policies')));
  const foot = h('div', { class: css('foot') },
    h('div', { role: 'img', 'aria-label': 'Progress, currently on step 1 of 2', class: css('progress') }), nextButton);
  const column = view?.column ?? h('div', { class: css('left') });
  column.replaceChildren(
    h('div', { role: 'navigation', 'aria-label': 'Breadcrumb' }, h('a', { href: '/marketplace/' }, 'Marketplace')),
    h('div', { class: css('headRow') }, title, save), form, foot);
  view = { column, body, title, save, next: nextButton };
}

/** @param leaveTo goes to another view of the site */
export async function vehicleForm(leaveTo) {
  const quiet = presence(settings.formSession);
  leave = (view) => {
    quiet();
    state.dirty = false;
    leaveTo(view);
  };
  look = preview();
  frame();
  document.body.replaceChildren(topBar(),
    h('div', { role: 'main', class: css('columns') }, view.column, look.node), ...panes());
  history.replaceState({}, '', '/marketplace/create/vehicle');
  view.body.replaceChildren(loading());
  leaveGuard(() => state.dirty);
  addEventListener('popstate', () => {
    if (!location.pathname.startsWith('/marketplace/create/vehicle')) return;
    if (location.search.includes('step=audience')) showAudience();
    else showForm();
  });
  await wait(500, 2000);
  draw();
}
