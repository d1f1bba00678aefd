// "Your listings": cards by pages of twenty, and search.
import { h, css, button, money, wait, loading } from './dom.js';
import { mainPage } from './frame.js';
import { graphql } from './net.js';
import { details, mark, options } from './listing.js';
import { date, hard } from './words.js';

export async function selling() {
  let query = '';
  let cursor = 0;
  let more = true;
  let busy = false;
  let round = 0;
  const cards = h('div', { class: css('cards') });
  const search = h('input', { type: 'text', placeholder: 'Search your listings', 'aria-label': 'Search your listings', class: css('search') });
  const page = mainPage({ 'aria-label': 'Collection of your Marketplace items' },
    h('div', { role: 'navigation', 'aria-label': 'Marketplace sidebar' },
      h('a', { href: '/marketplace/create/', 'aria-label': 'Create new listing', class: css('button') }, 'Create new listing')),
    h('h1', { tabindex: '-1' }, 'Your listings'), search, h('div', { class: css('row') }, cards));
  document.body.replaceChildren(...page);

  async function fresh() {
    round++;
    cursor = 0;
    more = true;
    busy = false;
    cards.replaceChildren();
    await load();
  }

  async function load() {
    if (busy || !more) return;
    busy = true;
    const mine = round;
    const spinner = loading();
    cards.append(spinner);
    await wait(300, 1500);
    const { listings } = await graphql('MarketplaceYouSellingFastActiveSectionPaginationQuery', { count: 20, cursor, query });
    if (mine !== round) return;
    spinner.remove();
    cards.append(...listings.edges.map((one) => card(one, fresh)));
    cursor = listings.cursor;
    more = listings.hasNext;
    busy = false;
    if (!cards.children.length) cards.append(h('div', {}, h('span', {}, "We didn't find anything")));
  }

  let typed = 0;
  search.addEventListener('input', () => {
    const mine = ++typed;
    query = search.value;
    wait(400).then(() => { if (mine === typed) fresh(); });
  });
  addEventListener('scroll', () => {
    if (innerHeight + scrollY > document.body.scrollHeight - 200) load();
  });
  await fresh();
}

function card(listing, fresh) {
  const title = hard(listing.title);
  const node = h('div', { role: 'button', tabindex: '0', 'aria-label': title, class: css('card'), onclick: () => details(listing, fresh) },
    listing.photo ? h('img', { src: listing.photo, alt: '', class: css('picture') }) : null,
    h('div', {}, h('div', {}, h('span', {}, title)), h('div', {}, h('span', {}, money(listing.price))),
      h('div', { class: css('hint') }, h('span', {}, `Listed on ${date(listing.createdAt)}`)),
      h('div', { class: css('hint') }, h('span', {}, listing.sold ? 'Sold' : '0 clicks on listing'))));
  const named = (words, act = () => {}) => button(`${words} ${title}`, act, 'quiet');
  const sold = listing.sold
    ? button('Mark as available', () => mark(listing, false, fresh), 'quiet')
    : named('Mark as sold', () => mark(listing, true, fresh));
  const menu = named('More options for', () => options(menu, listing, fresh));
  return h('div', {}, node, h('div', { class: css('cardActions') }, sold, named('Boost listing for'), named('Share'), named('View insights for'), menu));
}
