// A listing's public page.
import { h, button, choices, css, settings, labels, texts, money, grouped, loading, say } from './dom.js';
import { mainPage } from './frame.js';
import { graphql } from './net.js';

/** A long description may be folded. */
function story(text) {
  const short = text.split('\n').slice(0, 4).join('\n').slice(0, 200);
  if (choices['item.description'] === 'whole' || short.length === text.length) return h('div', { class: css('story') }, h('span', {}, text));
  const words = h('span', {}, `${short}... `);
  const more = button(say('seeMore'), () => {
    words.textContent = text;
    more.remove();
  }, 'quiet');
  return h('div', { class: css('story') }, words, more);
}

/** @param gone shows that there is no such listing any more */
export async function item(gone) {
  document.body.replaceChildren(...mainPage({}, loading()));
  let listing;
  try {
    ({ listing } = await graphql('MarketplacePDPContainerQuery', { listing: settings.listing }));
  } catch {
    return gone();
  }
  document.title = listing.title;
  const line = (text) => (text ? h('div', { class: css('row') }, h('span', {}, text)) : null);
  const colors = [['exteriorColor', listing.exteriorColor], ['interiorColor', listing.interiorColor]]
    .filter(([, value]) => value).map(([name, value]) => `${labels[name]}: ${value}`).join(' · ');
  document.body.replaceChildren(...mainPage({},
    h('div', { 'aria-label': say('viewer') },
      listing.sold ? h('div', { class: css('banner') }, h('span', {}, say('sold'))) : null,
      h('div', { class: css('gallery') }, listing.photos.map((address, index) =>
        h('img', { src: address, alt: say('photoOf', listing.title, index + 1), class: css('large') }))),
      h('h1', {}, h('span', {}, listing.title)),
      line(money(listing.price)),
      line(say('listedIn', listing.location)),
      h('h2', {}, texts.about),
      line(listing.mileage === null ? null : say('driven', grouped(listing.mileage))),
      line(listing.transmission),
      line(colors),
      line(listing.bodyStyle && `${labels.bodyStyle}: ${listing.bodyStyle}`),
      line(listing.fuelType && `${labels.fuelType}: ${listing.fuelType}`),
      line(listing.condition && `${labels.condition}: ${listing.condition}`),
      line(listing.cleanTitle ? say('clean') : null),
      line(listing.cleanTitle ? texts.cleanTitleHint : null),
      h('h2', {}, say('sellersDescription')),
      story(listing.description),
      h('div', { class: css('row') }, h('span', {}, listing.location), h('div', { class: css('hint') }, say('approximate'))))));
}
