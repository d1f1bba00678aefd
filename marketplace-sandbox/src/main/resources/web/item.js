// A listing's public page.
import { h, choices, css, settings, labels, texts, money, grouped, loading, say } from './dom.js';
import { description } from './folds.js';
import { mainPage } from './frame.js';
import { graphql } from './net.js';

const line = (text) => (text ? h('div', { class: css('row') }, h('span', {}, text)) : null);

const banner = (listing) => (listing.sold ? h('div', { class: css('banner') }, h('span', {}, say('sold'))) : null);

const gallery = (listing) => h('div', { class: css('gallery') }, listing.photos.map((address, index) =>
  h('img', { src: address, alt: say('photoOf', listing.title, index + 1), class: css('large') })));

const place = (listing) =>
  h('div', { class: css('row') }, h('span', {}, listing.location), h('div', { class: css('hint') }, say('approximate')));

/** The usual layout: everything in the viewer. */
function viewer(listing) {
  const colors = [['exteriorColor', listing.exteriorColor], ['interiorColor', listing.interiorColor]]
    .filter(([, value]) => value).map(([name, value]) => `${labels[name]}: ${value}`).join(' · ');
  return [h('div', { 'aria-label': say('viewer') },
    banner(listing),
    gallery(listing),
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
    ...description(listing.description),
    place(listing))];
}

/** Another layout: no viewer, no h1, the price first, the pictures last, labels apart from values. */
function bare(listing) {
  const pair = (name) => (listing[name]
    ? h('div', { class: css('row') }, h('span', { class: css('hint') }, labels[name]), ' ', h('span', {}, listing[name]))
    : null);
  return [
    banner(listing),
    line(money(listing.price)),
    h('div', { role: 'heading', 'aria-level': '1' }, h('span', {}, listing.title)),
    line(say('listedIn', listing.location)),
    h('h2', {}, texts.about),
    line(listing.mileage === null ? null : say('driven', grouped(listing.mileage))),
    ...['transmission', 'exteriorColor', 'interiorColor', 'bodyStyle', 'fuelType', 'condition'].map(pair),
    line(listing.cleanTitle ? say('clean') : null),
    line(listing.cleanTitle ? texts.cleanTitleHint : null),
    ...description(listing.description),
    place(listing),
    gallery(listing)];
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
  const drawn = choices['item.layout'] === 'bare' ? bare(listing) : viewer(listing);
  document.body.replaceChildren(...mainPage({}, ...drawn));
}
