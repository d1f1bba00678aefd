// The vehicle form: its state, which fields are there, and drawing them.
import { h, css, settings, variant, labels, texts, choices, mutation, button, money, nest, say, wait, loading } from './dom.js';
import { makeField, shown, missing } from './fields.js';
import { closePopup, toggle } from './widgets.js';
import { photoBlock } from './photos.js';
import { preview } from './preview.js';
import { topBar, panes } from './frame.js';
import { audience, sender } from './publish.js';
import { graphql, presence } from './net.js';
import { leaveGuard } from './leave.js';
import { afterFields, afterMain, beforeFields, beforeMain } from './decoys.js';

// The listing that is edited; null for a new one.
const editing = settings.listing ?? null;
const base = editing ? `/marketplace/edit/?listing_id=${editing.id}` : '/marketplace/create/vehicle';
const stepTwo = `${base}${editing ? '&' : '?'}step=audience`;
const oneStep = editing ? choices['edit.button'] !== 'Next' : choices['form.steps'] === 'one';
const started = { location: editing?.location ?? settings.account.city, photos: editing?.photos.length ?? 0 };

function held() {
  const { location, cleanTitle, ...texts } = editing.values;
  return { ...texts, cleanTitle: cleanTitle === 'true', price: money(texts.price) };
}

// `shape` is the type whose fields are shown; it follows the chosen type a little later.
const state = {
  values: editing ? held() : { ...variant.defaults },
  photos: (editing?.photos ?? []).map((photo) => ({ ...photo, src: new URL(photo.src, location.href).href })),
  hadPhotos: Boolean(editing), videos: 0, shape: editing?.values.vehicleType ?? null, makeBorn: editing ? 1 : 0, makeKnown: Boolean(editing),
  location: started.location, locationText: started.location, dirty: false, left: false,
};
const controls = new Map(); // by field: { control, key }
const sections = new Map(); // by plan: { node, words, rows }
let remounting = false;
let view;
let look;

// Some forms show these only once they know the make.
const AFTER_MAKE = ['model', 'mileage', 'exteriorColor', 'interiorColor'];
const has = (field) =>
  shown(state, field) && !(mutation.afterMake && !state.makeKnown && AFTER_MAKE.includes(field));
// A new key means a new element: Make is replaced when the type becomes known, and after the year.
const keyOf = (field) => (field === 'make' ? `make ${state.shape} ${state.makeBorn}` : field);

function set(field, value) {
  if (state.values[field] === value) return changed();
  state.values[field] = value;
  state.dirty = true;
  if (field === 'vehicleType') typeChosen();
  if (field === 'make') makeChosen();
  if (field === 'year' && !state.makeBorn) wait(400, 1000).then(() => { state.makeBorn++; draw(); });
  controls.get(field)?.control.invalid(null);
  changed();
}

function makeChosen() {
  state.values.model = '';
  if (!mutation.afterMake || state.makeKnown) return;
  wait(300, 1000).then(() => {
    state.makeKnown = true;
    draw();
  });
}

/** An unfinished listing comes back, over whatever the fields hold by now. */
async function restore({ millis, values, photo }) {
  await new Promise((done) => setTimeout(done, millis));
  while (remounting) await new Promise((done) => setTimeout(done, 50));
  if (state.left || location.search.includes('step=audience')) return;
  if (values.vehicleType && state.values.vehicleType !== values.vehicleType) {
    state.values.vehicleType = values.vehicleType;
    await typeChosen();
  }
  const { location: place, cleanTitle, ...rest } = values;
  state.values = { ...state.values, ...rest, price: money(rest.price) };
  state.makeKnown = true;
  if (place) state.location = state.locationText = place;
  if (photo) {
    state.photos.unshift({ id: photo.id, src: new URL(photo.src, location.href).href });
    state.hadPhotos = true;
  }
  state.dirty = true;
  draw();
}

async function typeChosen() {
  const { vehicleType } = state.values;
  state.values = { vehicleType, ...variant.defaults };
  state.makeBorn = 0;
  state.makeKnown = false;
  changed();
  await wait(300, 1000);
  if (state.values.vehicleType !== vehicleType) return;
  state.shape = vehicleType;
  draw();
}

function left(field) {
  const bad = missing(state).includes(field);
  controls.get(field)?.control.invalid(bad ? (variant.errors[field] ?? variant.errors.other) : null);
}

/** The form's whole middle is taken away and comes back with new elements, the state unhurt. */
async function remount() {
  closePopup();
  forget();
  view.body.replaceChildren(loading());
  remounting = true;
  await wait(3000);
  remounting = false;
  draw();
  view.title.focus();
}

function forget() {
  for (const { control } of controls.values()) control.gone?.();
  controls.clear();
  sections.clear();
}

function drop(field) {
  controls.get(field)?.control.gone?.();
  controls.delete(field);
}

function control(field) {
  const known = controls.get(field);
  if (known?.key === keyOf(field)) return known.control;
  drop(field);
  const made = field === 'photos'
    ? photoBlock({ state, changed, first: remount })
    : makeField(field, state, { set, changed, left });
  controls.set(field, { control: made, key: keyOf(field) });
  return made;
}

/** Puts the nodes into the parent without touching those that are already in place. */
function arrange(parent, nodes) {
  for (const old of [...parent.children]) if (!nodes.includes(old)) old.remove();
  let at = parent.firstChild;
  for (const node of nodes) {
    if (node === at) at = at.nextSibling;
    else parent.insertBefore(node, at);
  }
}

const boxes = new WeakMap(); // what stands round a control, by its node

function boxed(field) {
  const { node } = control(field);
  if (!boxes.has(node)) boxes.set(node, nest(node));
  return boxes.get(node);
}

function section(plan) {
  const { title: heading, hint, typedHint, fields } = plan;
  const present = fields.filter(has);
  if (!present.length) return null;
  if (!sections.has(plan)) {
    const title = heading ? texts[heading] : null;
    const words = h('div', { class: css('hint') });
    const rows = h('div', {});
    sections.set(plan, { node: h('div', {}, title ? [h('h2', {}, title), words] : null, rows), words, rows });
  }
  const { node, words, rows } = sections.get(plan);
  words.textContent = texts[state.shape && typedHint ? typedHint : hint] ?? '';
  arrange(rows, present.map(boxed));
  return node;
}

/** Puts the right controls in place; those already there keep their elements. */
function draw() {
  if (remounting) return;
  for (const field of [...controls.keys()]) if (!has(field)) drop(field);
  arrange(view.body, variant.sections.map(section).filter(Boolean));
  changed();
}

/** Some forms keep Model shut until they know the make. */
function hold(model) {
  if (model) model.disabled = !state.values.make;
}

/** Draws every value anew from the state. */
function changed() {
  state.dirty ||= state.photos.length !== started.photos || state.location !== started.location;
  for (const { control: one } of controls.values()) one.sync();
  view.next.enable(missing(state).length === 0 && state.photos.length > 0);
  view.save.enable(state.dirty);
  if (mutation.modelWaits) hold(controls.get('model')?.control.input);
  look.sync(state);
}

async function saveDraft() {
  view.save.enable(false);
  await graphql('MarketplaceComposerSaveDraftMutation', { draft: { ...state.values, location: state.location } });
}

async function next() {
  closePopup();
  await wait(300);
  history.pushState({ step: 'audience' }, '', stepTwo);
  showAudience();
}

async function showAudience() {
  forget();
  const step = await audience({ state, listing: editing?.id, back: () => history.back(), published: leave, saveDraft });
  view.column.replaceChildren(...step);
}

/** The last button of a form without a second step. */
function lastButton() {
  const renewed = choices['edit.button'] === 'Save' ? labels.save : labels.update;
  const last = button(editing ? renewed : labels.publish, () => {
    closePopup();
    send([]);
  });
  const send = sender({ state, listing: editing?.id, control: last, published: leave });
  return last;
}

function showForm() {
  frame();
  draw();
}

let leave;

/** What the European form has under its fields. */
function options() {
  if (choices['form.options'] !== 'switch') return null;
  const anonymous = toggle({ label: say('anonymous'), get: () => Boolean(state.anonymous), set: (on) => { state.anonymous = on; } });
  anonymous.sync();
  return h('div', {}, h('h2', {}, say('listingOptions')), anonymous.node, h('div', { class: css('hint') }, say('euLine')));
}

function frame() {
  const save = button(labels.saveDraft, saveDraft, 'quiet');
  const nextButton = oneStep ? lastButton() : button(labels.next, next);
  const title = h('h1', { tabindex: '-1' }, editing ? labels.editHeading : labels.heading);
  const body = h('div', {});
  const form = h('div', { role: 'form', 'aria-label': 'Marketplace', class: css('scroller') },
    h('div', {}, h('span', {}, settings.account.name), h('div', { class: css('hint') }, `${say('listingTo')} · ${say('public')}`)),
    beforeFields(), body, afterFields(), options(), h('div', { class: css('hint') }, texts.policy, ' ', h('a', { href: '/policies_center/commerce' }, say('commerce'))));
  const foot = h('div', { class: css('foot') },
    oneStep ? null : h('div', { role: 'img', 'aria-label': say('progress', 1), class: css('progress') }), nextButton);
  const column = view?.column ?? h('div', { class: css('left') });
  column.replaceChildren(
    h('div', { role: 'navigation', 'aria-label': say('breadcrumb') }, h('a', { href: '/marketplace/' }, 'Marketplace')),
    h('div', { class: css('headRow') }, title, editing ? null : save), form, foot);
  view = { column, body, title, save, next: nextButton };
}

/** @param leaveTo goes to another view of the site */
export async function vehicleForm(leaveTo) {
  const quiet = presence(settings.formSession);
  leave = (view, id) => {
    if (state.left) return;
    quiet();
    state.left = true;
    leaveTo(view, id);
  };
  look = preview();
  frame();
  document.body.replaceChildren(topBar(), ...beforeMain(),
    h('div', { role: 'main', class: css('columns') }, [view.column, look.node]), ...panes(), ...afterMain());
  history.replaceState({}, '', base);
  view.body.replaceChildren(loading());
  leaveGuard(() => state.dirty && !state.left);
  addEventListener('popstate', () => {
    if (!base.startsWith(location.pathname)) return;
    if (location.search.includes('step=audience')) showAudience();
    else showForm();
  });
  await wait(500, 2000);
  draw();
  if (settings.restored) restore(settings.restored);
}
