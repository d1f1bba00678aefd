// Starts the view that the document names, and changes views without a page load.
import { h, css, choices, say, settings, writeStyles, button } from './dom.js';
import { looks } from './looks.js';
import { mainPage } from './frame.js';
import * as door from './door.js';
import { covers } from './covers.js';

const plain = (title, words, ...more) =>
  document.body.replaceChildren(...mainPage({}, h('h1', {}, title), words ? h('p', {}, words) : null, ...more));

function home() {
  document.body.replaceChildren(...mainPage({},
    h('div', { role: 'feed' }, h('h1', {}, say('welcome', settings.account.name)),
      h('p', {}, say('mind')), h('a', { href: '/marketplace/' }, 'Marketplace'))));
}

function picker() {
  const card = (label, words, to) => {
    const inside = h('div', {}, h('span', {}, label), h('div', { class: css('hint') }, words));
    if (choices.picker === 'link') return h('a', { href: to, class: css('card') }, inside);
    const node = h('div', { role: 'button', tabindex: '0', class: css('card') }, inside);
    node.addEventListener('click', () => location.assign(to));
    return node;
  };
  document.body.replaceChildren(...mainPage({}, h('h1', {}, say('pickTitle')), h('div', { class: css('cards') },
    card(say('pickItem'), say('pickItemHint'), '/marketplace/create/item/'),
    card(say('pickVehicle'), say('pickVehicleHint'), '/marketplace/create/vehicle/'),
    card(say('pickHome'), say('pickHomeHint'), '/marketplace/create/rental/'))));
}

const unavailable = () => plain(say('gone'));

const views = {
  ...door.views, home, picker, unavailable,
  blocked: () => plain(say('blocked'), say('blockedHint')),
  limit: () => plain(say('limit'), say('limitHint')),
  noAccess: () => plain(say('noAccess'), say('noAccessHint'), button(say('requestReview'), () => {})),
  category: () => plain(say('vehicles')),
  selling: async () => (await import('./selling.js')).selling(),
  item: async () => (await import('./item.js')).item(unavailable),
  vehicle: async () => (await import('./form.js')).vehicleForm(go),
};

/** Where the browser lands after the form. */
function go(landing, id) {
  if (landing === 'item') return location.assign(`/marketplace/item/${id}/`);
  history.pushState({}, '', landing === 'category' ? '/marketplace/category/vehicles' : '/marketplace/you/selling');
  return views[landing]();
}

writeStyles(looks);
views[settings.view]();
covers();
