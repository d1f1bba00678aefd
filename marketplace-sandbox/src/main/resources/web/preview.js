// The live preview. It repeats the form's labels and values, as on the true site.
import { h, css, choices, settings, variant, labels, texts, button, grouped, say } from './dom.js';

/** Windows narrower than this (px) have no preview. */
const NARROW = 900;

export function preview() {
  if (choices['form.preview'] === 'never' || innerWidth < NARROW) return { node: null, sync: () => {} };
  const region = h('div', { role: 'region', 'aria-label': say('preview'), class: css('preview') });
  const node = h('div', { role: 'complementary', 'aria-label': say('composer'), class: css('right') },
    h('h2', {}, say('preview')), region);
  return { node, sync: (state) => region.replaceChildren(...lines(state)) };
}

function lines({ values, photos, location }) {
  const title = [values.year, values.make, values.model].filter(Boolean).join(' ');
  const colors = [['exteriorColor', values.exteriorColor], ['interiorColor', values.interiorColor]]
    .filter(([, value]) => value).map(([name, value]) => `${labels[name]}: ${value}`).join(' · ');
  const message = button(say('message'), () => {}, 'quiet');
  message.enable(false);
  const line = (text) => (text ? h('div', {}, h('span', {}, text)) : null);
  return [
    h('div', { class: css('gallery') }, photos.map((photo) => h('img', { src: photo.src, alt: '', class: css('picture') }))),
    h('h1', {}, h('span', {}, title || say('title'))),
    line(values.price || labels.price),
    line(say('listedNow', location)),
    message,
    h('h2', {}, texts.about),
    line(values.mileage && say('driven', grouped(values.mileage))),
    line(values.transmission || variant.defaults.transmission),
    line(colors),
    line(values.fuelType && `${labels.fuelType}: ${values.fuelType}`),
    line(values.cleanTitle && say('clean')),
    h('h2', {}, say('sellersDescription')),
    h('div', { class: css('story') }, values.description || labels.description),
    h('div', { role: 'img', 'aria-label': say('map') }, location),
    h('h2', {}, say('sellerInformation')),
    line(settings.account.name),
  ].filter(Boolean);
}
