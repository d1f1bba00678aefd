// What stands round every page: top bar, notifications, chats. Full of words that are not the page's own.
import { h, css, settings } from './dom.js';

const account = settings.account;

export function topBar() {
  const search = h('label', {},
    h('span', { class: css('offscreen') }, 'Search Marketplace'),
    h('input', { type: 'search', role: 'combobox', 'aria-label': 'Search Facebook', 'aria-expanded': 'false', placeholder: 'Search Facebook', class: css('search') }));
  const round = (label) => h('div', { role: 'button', tabindex: '0', 'aria-label': label, class: css('quiet') }, label[0]);
  return h('div', { role: 'banner', class: css('top') },
    h('a', { href: '/', 'aria-label': 'Facebook' }, 'f'), search, h('div', { class: css('grow') }),
    account
      ? h('div', { role: 'navigation', 'aria-label': 'Account Controls and Settings' },
        round('Menu'), ' ', round('Messenger'), ' ', round('Notifications'), ' ', round('Your profile'))
      : h('a', { href: '/login/' }, 'Log in'));
}

export function panes() {
  return [
    h('div', { role: 'dialog', 'aria-label': 'Notifications', class: css('offscreen') },
      h('h2', {}, 'Notifications'), h('span', {}, 'Year in review: see the price of your memories'), h('span', {}, 'Next: finish your profile')),
    h('div', { role: 'complementary', 'aria-label': 'Chats', class: css('chat') },
      h('span', {}, 'Location shared: Make it a great day. Is the price firm? What model is it?')),
  ];
}

export function mainPage(attributes, ...children) {
  return [topBar(), h('div', { role: 'main', class: css('page'), ...attributes }, children), ...panes()];
}
