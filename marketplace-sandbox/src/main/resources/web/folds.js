// The seller's description on the item page: whole, folded in one way or another, cut off, or missing.
import { h, button, choices, css, say, wait } from './dom.js';

/** What controls say that no language map knows. */
const UNKNOWN = { more: '▾ Mehr lesen', goOn: 'Weiterlesen', all: '▾ Alles zeigen', less: '▴ Einklappen' };

/** The first line, or as many of its words as fit into sixty characters. */
const beginning = (text) => text.match(/^\s*(?:[^\n]{1,60}(?!\S)|[^\n]{1,60})/u)?.[0] ?? text;

/** What a folded description consists of, by the face of the choice. */
const folds = {
  unfamiliar(text, short) {
    const words = h('span', {}, `${short}... `);
    const more = button(UNKNOWN.more, () => {
      words.textContent = text;
      more.remove();
    }, 'quiet');
    return [words, more];
  },

  /** No button, as far as roles tell: a piece of the text that can be clicked. */
  inline(text, short) {
    const goOn = h('span', { style: 'cursor:pointer;font-weight:600' }, UNKNOWN.goOn);
    const words = h('span', {}, `${short}... `, goOn);
    goOn.addEventListener('click', async () => {
      await wait(200, 600);
      words.textContent = text;
    });
    return [words];
  },

  /** Nothing tells that there is more but an icon. */
  disclosure(text, short) {
    const words = h('span', {}, short);
    const icon = button('▾', () => {
      const open = icon.getAttribute('aria-expanded') === 'false';
      icon.setAttribute('aria-expanded', open);
      words.textContent = open ? text : short;
    }, 'quiet');
    icon.removeAttribute('aria-label');
    icon.setAttribute('aria-expanded', 'false');
    return [words, icon];
  },

  toggle(text, short) {
    const words = h('span', {}, `${short}... `);
    let open = false;
    const control = button(UNKNOWN.all, () => {
      open = !open;
      words.textContent = open ? text : `${short}... `;
      control.setAttribute('aria-label', open ? UNKNOWN.less : UNKNOWN.all);
      control.firstChild.textContent = control.getAttribute('aria-label');
    }, 'quiet');
    return [words, control];
  },

  cut: (text, short) => [h('span', {}, `${short}...`)],
};

/** A description of more than four lines or two hundred characters goes on behind "See more". */
function seeMore(text) {
  const short = text.split('\n').slice(0, 4).join('\n').slice(0, 200);
  if (short.length === text.length) return [h('span', {}, text)];
  const words = h('span', {}, `${short}... `);
  const more = button(say('seeMore'), () => {
    words.textContent = text;
    more.remove();
  }, 'quiet');
  return [words, more];
}

function shown(text) {
  const face = choices['item.description'];
  if (face === 'seeMore') return seeMore(text);
  const short = beginning(text);
  return folds[face] && short.length < text.trimEnd().length ? folds[face](text, short) : [h('span', {}, text)];
}

/** The heading and the text; nothing at all when the page has no description. */
export const description = (text) =>
  (choices['item.description'] === 'missing' ? [] : [h('h2', {}, say('sellersDescription')), h('div', { class: css('story') }, shown(text))]);
