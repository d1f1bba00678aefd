// A listing's public page.
import { h, css, settings, labels, texts, money, grouped, loading } from './dom.js';
import { mainPage } from './frame.js';
import { graphql } from './net.js';

export async function item() {
  document.body.replaceChildren(...mainPage({}, loading()));
  const { listing } = await graphql('MarketplacePDPContainerQuery', { listing: settings.listing });
  document.title = listing.title;
  const line = (text) => (text ? h('div', { class: css('row') }, h('span', {}, text)) : null);
  const colors = [['exteriorColor', listing.exteriorColor], ['interiorColor', listing.interiorColor]]
    .filter(([, value]) => value).map(([name, value]) => `${labels[name]}: ${value}`).join(' · ');
  document.body.replaceChildren(...mainPage({},
    h('div', { 'aria-label': 'Marketplace Listing Viewer' },
      h('div', { class: css('gallery') }, listing.photos.map((address, index) =>
        h('img', { src: address, alt: `Product photo of ${listing.title} ${index + 1}`, class: css('large') }))),
      h('h1', {}, h('span', {}, listing.title)),
      line(listing.sold ? `${money(listing.price)} · Sold` : money(listing.price)),
      line(`Listed on Marketplace in ${listing.location}`),
      h('h2', {}, texts.about),
      line(listing.mileage === null ? null : `Driven ${grouped(listing.mileage)} miles`),
      line(listing.transmission),
      line(colors),
      line(listing.bodyStyle && `${labels.bodyStyle}: ${listing.bodyStyle}`),
      line(listing.fuelType && `${labels.fuelType}: ${listing.fuelType}`),
      line(listing.condition && `${labels.condition}: ${listing.condition}`),
      line(listing.cleanTitle ? 'Clean title' : null),
      line(listing.cleanTitle ? texts.cleanTitleHint : null),
      h('h2', {}, "Seller's description"),
      h('div', { class: css('story') }, h('span', {}, listing.description)),
      h('div', { class: css('row') }, h('span', {}, listing.location), h('div', { class: css('hint') }, 'Location is approximate')))));
}
