// What stands round every page: top bar, notifications, chats. Full of words that are not the page's own.
import { h, css, say, settings } from './dom.js';

const account = settings.account;

export function topBar() {
  const search = h('label', {},
    h('span', { class: css('offscreen') }, say('searchMarketplace')),
    h('input', { type: 'search', role: 'combobox', 'aria-label': say('searchFacebook'), 'aria-expanded': 'false', placeholder: say('searchFacebook'), class: css('search') }));
  const round = (label) => h('div', { role: 'button', tabindex: '0', 'aria-label': label, class: css('quiet') }, label[0]);
  return h('div', { role: 'banner', class: css('top') },
    h('a', { href: '/', 'aria-label': 'Facebook' }, 'f'), search, h('div', { class: css('grow') }),
    account
      ? h('div', { role: 'navigation', 'aria-label': say('accountControls') },
        round(say('menu')), ' ', round(say('messenger')), ' ', round(say('notifications')), ' ', round(say('yourProfile')))
      : h('a', { href: '/login/' }, say('logIn')));
}

export function panes() {
  return [
    h('div', { role: 'dialog', 'aria-label': say('notifications'), class: css('offscreen') },
      h('h2', {}, say('notifications')), h('span', {}, say('noticeYear')), h('span', {}, say('noticeNext'))),
    h('div', { role: 'complementary', 'aria-label': say('chats'), class: css('chat') },
      h('span', {}, say('chat'))),
  ];
}

export function mainPage(attributes, ...children) {
  return [topBar(), h('div', { role: 'main', class: css('page'), ...attributes }, children), ...panes()];
}
