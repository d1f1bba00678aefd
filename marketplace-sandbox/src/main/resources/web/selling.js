// "Your listings": cards by pages of twenty, and search.
import { h, chance, choices, css, button, money, say, wait, loading } from './dom.js';
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
  const search = h('input', { type: 'text', placeholder: say('searchListings'), 'aria-label': say('searchListings'), class: css('search') });
  // The site writes this name now with one capital, now with two.
  const name = chance() < 0.5 ? say('collection') : say('collection').replace('Marketplace', 'marketplace');
  const page = mainPage({ 'aria-label': name },
    h('div', { role: 'navigation', 'aria-label': say('sidebar') },
      h('a', { href: '/marketplace/create/', 'aria-label': say('createNew'), class: css('button') }, say('createNew'))),
    h('h1', { tabindex: '-1' }, say('yourListings')), search, h('div', { class: css('row') }, cards));
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
    cards.append(...listings.drafts.map((one) => draftCard(one, fresh)), ...listings.edges.map((one) => card(one, fresh)));
    cursor = listings.cursor;
    more = listings.hasNext;
    busy = false;
    if (!cards.children.length) cards.append(h('div', {}, h('span', {}, say('nothingFound'))));
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

/** A listing that is up for a week may be renewed. */
const RENEWAL = 7 * 24 * 3600 * 1000;
const old = (listing) => !listing.sold && (listing.notice === 'renew' || Date.now() - Date.parse(listing.createdAt) > RENEWAL);
const noticeOf = (listing) => (old(listing) ? say('renewTip') : listing.notice ? say(listing.notice) : '');

/** The card of a form that was left unfinished. */
function draftCard(draft, fresh) {
  const title = hard(draft.title || say('draft'));
  const again = () => location.assign(`/marketplace/create/vehicle/?draft_id=${draft.id}`);
  const remove = async () => {
    await graphql('MarketplaceComposerDeleteDraftMutation', { draft_id: draft.id });
    await fresh();
  };
  return h('div', {},
    h('div', { role: 'button', tabindex: '0', 'aria-label': title, class: css('card'), onclick: again },
      h('div', {}, h('div', {}, h('span', {}, title)), h('div', { class: css('hint') }, h('span', {}, say('draft'))))),
    h('div', { class: css('cardActions') }, button(say('continueDraft'), again, 'quiet'), button(say('deleteDraft'), remove, 'quiet')));
}

function card(listing, fresh) {
  const title = hard(listing.title);
  const node = h('div', { role: 'button', tabindex: '0', 'aria-label': title, class: css('card'), onclick: () => details(listing, fresh) },
    listing.photo ? h('img', { src: listing.photo, alt: '', class: css('picture') }) : null,
    h('div', {}, h('div', {}, h('span', {}, title)), h('div', {}, h('span', {}, money(listing.price))),
      h('div', { class: css('hint') }, h('span', {}, say('listedOn', date(listing.createdAt)))),
      h('div', { class: css('hint') }, h('span', {}, listing.sold ? say('sold') : say('clicks', 0))),
      h('div', { class: css('hint') }, h('span', {}, noticeOf(listing)))));
  const named = (words, act = () => {}) => button(say(words, title), act, 'quiet');
  const sold = listing.sold
    ? button(say('markAvailable'), () => mark(listing, false, fresh), 'quiet')
    : named('markSoldOf', () => mark(listing, true, fresh));
  const menu = named('moreOptions', () => options(menu, listing, fresh));
  const renew = old(listing) ? button(say(choices['card.renew']), () => {}, 'quiet') : null;
  return h('div', {}, node, h('div', { class: css('cardActions') }, sold, renew, named('boost'), named('share'), named('insights'), menu));
}
