// "Your listings": cards by pages of twenty or ten, and search.
import { h, chance, choices, css, button, money, say, wait, loading } from './dom.js';
import { mainPage } from './frame.js';
import { graphql } from './net.js';
import { details, mark, options, renewal } from './listing.js';
import { date, hard } from './words.js';

const COUNT = choices['selling.page'] === 'ten' ? 10 : 20;

/** What the button says that brings more cards; the second is in no language map. */
const NEXT = { more: say('seeMore'), unknownMore: 'Weitere anzeigen' };

const page = async (query, cursor, count) =>
  (await graphql('MarketplaceYouSellingFastActiveSectionPaginationQuery', { count, cursor, query })).listings;

export async function selling() {
  let query = '';
  let cursor = 0;
  let more = true;
  let busy = false;
  let round = 0;
  let newest = null;
  const cards = h('div', { class: css('cards') });
  const foot = h('div', {});
  const search = h('input', { type: 'text', placeholder: say('searchListings'), 'aria-label': say('searchListings'), class: css('search') });
  // The site writes this name now with one capital, now with two.
  const name = chance() < 0.5 ? say('collection') : say('collection').replace('Marketplace', 'marketplace');
  // What stays at the foot of the list while nothing is loaded.
  const spins = choices['selling.foot'] === 'plain' ? null : loading();
  const further = choices['selling.end'] === 'scroll' ? null : button(NEXT[choices['selling.end']], load, 'quiet');
  document.body.replaceChildren(...mainPage({ 'aria-label': name },
    h('div', { role: 'navigation', 'aria-label': say('sidebar') },
      h('a', { href: '/marketplace/create/', 'aria-label': say('createNew'), class: css('button') }, say('createNew'))),
    h('h1', { tabindex: '-1' }, say('yourListings')), search, h('div', { class: css('row') }, cards, foot)));

  async function fresh() {
    round++;
    cursor = 0;
    more = true;
    busy = false;
    cards.replaceChildren();
    await load();
  }

  function drawFoot() {
    const stays = more || choices['selling.foot'] === 'stuck';
    foot.replaceChildren(...[more && !busy ? further : null, stays ? spins : null].filter(Boolean));
  }

  async function load() {
    if (busy || !more) return;
    busy = true;
    drawFoot();
    const mine = round;
    const spinner = spins ? null : loading();
    if (spinner) cards.append(spinner);
    await wait(300, 1500);
    if (choices['selling.cards'] === 'strange' && cursor === 0) newest = (await page('', 0, 1)).edges[0]?.id;
    const listings = await page(query, cursor, COUNT);
    if (mine !== round) return;
    spinner?.remove();
    cards.append(...listings.drafts.map((one) => draftCard(one, fresh)),
      ...listings.edges.map((one) => (one.id === newest ? linkCard(one) : card(one, fresh))));
    cursor = listings.cursor;
    more = listings.hasNext;
    busy = false;
    drawFoot();
    if (!cards.children.length) cards.append(h('div', {}, h('span', {}, say('nothingFound'))));
  }

  let typed = 0;
  search.addEventListener('input', () => {
    const mine = ++typed;
    query = search.value;
    wait(400).then(() => { if (mine === typed) fresh(); });
  });
  addEventListener('scroll', () => {
    if (!further && innerHeight + scrollY > document.body.scrollHeight - 200) load();
  });
  await fresh();
}

/** A listing that is up for a week may be renewed. */
const RENEWAL = 7 * 24 * 3600 * 1000;
const old = (listing) => !listing.sold && listing.notice !== 'renewed' && (listing.notice === 'renew' || Date.now() - Date.parse(listing.createdAt) > RENEWAL);
const noticeOf = (listing) => (old(listing) ? say('renewTip') : listing.notice && listing.notice !== 'renewed' ? say(listing.notice) : '');

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

/** A card of another layout: a plain link, and nothing that can be done with the listing. */
const linkCard = (listing) => h('a', { href: `/marketplace/item/${listing.id}/`, class: css('card') },
  listing.photo ? h('img', { src: listing.photo, alt: '', class: css('picture') }) : null,
  h('div', {}, h('div', {}, h('span', {}, hard(listing.title))), h('div', {}, h('span', {}, money(listing.price)))));

function card(listing, fresh) {
  const title = hard(listing.title);
  const node = h('div', { role: 'button', tabindex: '0', 'aria-label': title, class: css('card'), onclick: () => details(listing, fresh) },
    listing.photo ? h('img', { src: listing.photo, alt: '', class: css('picture') }) : null,
    h('div', {}, h('div', {}, h('span', {}, title)), h('div', {}, h('span', {}, money(listing.price))),
      choices['selling.cards'] === 'dateless' ? null : h('div', { class: css('hint') }, h('span', {}, say('listedOn', date(listing.createdAt)))),
      h('div', { class: css('hint') }, h('span', {}, listing.sold ? say('sold') : say('clicks', 0))),
      h('div', { class: css('hint') }, h('span', {}, noticeOf(listing)))));
  const named = (words, act = () => {}) => button(say(words, title), act, 'quiet');
  const sold = listing.sold
    ? button(say('markAvailable'), () => mark(listing, false, fresh), 'quiet')
    : named('markSoldOf', () => mark(listing, true, fresh));
  const menu = named('moreOptions', () => options(menu, listing, fresh));
  const again = choices['card.renew'];
  const renew = old(listing) ? button(say(again), again === 'renew' ? () => renewal(listing, fresh) : () => {}, 'quiet') : null;
  return h('div', {}, node, h('div', { class: css('cardActions') }, sold, renew, named('boost'), named('share'), named('insights'), menu));
}
