// The live preview. It repeats the form's labels and values, as on the true site.
import { h, css, settings, variant, labels, texts, button, grouped } from './dom.js';

export function preview() {
  const region = h('div', { role: 'region', 'aria-label': 'Preview', class: css('preview') });
  const node = h('div', { role: 'complementary', 'aria-label': 'Marketplace Composer', class: css('right') },
    h('h2', {}, 'Preview'), region);
  return { node, sync: (state) => region.replaceChildren(...lines(state)) };
}

function lines({ values, photos, location }) {
  const title = [values.year, values.make, values.model].filter(Boolean).join(' ');
  const colors = [['exteriorColor', values.exteriorColor], ['interiorColor', values.interiorColor]]
    .filter(([, value]) => value).map(([name, value]) => `${labels[name]}: ${value}`).join(' · ');
  const message = button('Message', () => {}, 'quiet');
  message.enable(false);
  const line = (text) => (text ? h('div', {}, h('span', {}, text)) : null);
  return [
    h('div', { class: css('gallery') }, photos.map((photo) => h('img', { src: photo.src, alt: '', class: css('picture') }))),
    h('h1', {}, h('span', {}, title || 'Title')),
    line(values.price || labels.price),
    line(`Listed a few seconds ago in ${location}`),
    message,
    h('h2', {}, texts.about),
    line(values.mileage && `Driven ${grouped(values.mileage)} miles`),
    line(values.transmission || variant.defaults.transmission),
    line(colors),
    line(values.fuelType && `${labels.fuelType}: ${values.fuelType}`),
    line(values.cleanTitle && 'Clean title'),
    h('h2', {}, "Seller's description"),
    h('div', { class: css('story') }, values.description || labels.description),
    h('div', { role: 'img', 'aria-label': 'Map' }, location),
    h('h2', {}, 'Seller information'),
    line(settings.account.name),
  ].filter(Boolean);
}
