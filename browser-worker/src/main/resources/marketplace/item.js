// A listing's page: whether it exists, its text and its folds. Changes nothing.

/** An ellipsis at the end, also before a closing quote or bracket. */
const CUT = /(?:\u2026|\.\.\.)["'\u201d\u2019)\]]*$/;

const CONTROLS = '[role=button],button,summary,[aria-expanded=false],a[role=button],a:not([href]),a[href^="#"],[role=link]:not([href])';
const ENTRIES = 'input,textarea,select,[contenteditable=true],[role=textbox]';

/** Maximum number of boxes between a text and its control. */
const NEAR = 3;

/** Maximum length of a control's label; longer ones are texts. */
const SHORT = 40;

/** A listing's pictures, without profile pictures, which are links, and maps. */
function pictures(viewer) {
  const elsewhere = (image) => {
    const link = image.closest('a[href]');
    return link && !/\/marketplace\/item\/|\/photo/.test(link.href);
  };
  return all('img', viewer).filter((image) => /^https?:/.test(image.src) && !/static_?map/i.test(image.src) && !elsewhere(image));
}

/** Whether its head has a title with a price below it. */
function priced(node, gone) {
  const head = clean(all('h1', node)[0]?.textContent);
  if (!head || startsWithAny(head, gone)) return false;
  const lines = leaves(node);
  const title = lines.findIndex((line) => head.endsWith(line) && line.length > 3);
  return title >= 0 && lines.slice(title + 1, title + 4).some((line) => /\d{3}/.test(line));
}

const labelled = (names) => all('[aria-label]').filter(shown).find((node) => names.some((name) => sameWords(name, node.getAttribute('aria-label'))));

/** For an unknown language: the main part with pictures, a title and a price below it. */
const shaped = (gone) => single(all('[role=main]').filter((node) => shown(node) && priced(node, gone) && pictures(node).length > 0));

/** For an unknown layout: the main part with pictures and a price. */
const odd = () => single(all('[role=main]').filter((node) => shown(node) && pictures(node).length > 0 && PRICE.test(node.innerText)));

const GONE_ADDRESS = /[?&]unavailable_product=1/;

function saidToBeGone(gone) {
  const roots = [...all('[role=main]').filter(shown), ...dialogs()];
  const texts = (roots.length ? roots : [document.body]).flatMap((root) => leaves(root));
  return GONE_ADDRESS.test(location.search) || texts.some((text) => startsWithAny(text, gone));
}

/** Whether the text is laid out. */
function drawn(text) {
  const range = document.createRange();
  range.selectNodeContents(text);
  return range.getClientRects().length > 0;
}

/** Hidden texts: parts that only styles hide. */
function hidden(viewer) {
  const walker = document.createTreeWalker(viewer, NodeFilter.SHOW_TEXT);
  const parts = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (clean(text.data) && !drawn(text) && !text.parentElement.closest('script,style,template,noscript')) parts.push(clean(text.data));
  }
  return parts;
}

/** The texts of a block before the control, in order. */
function before(block, control) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const parts = [];
  for (let text = walker.nextNode(); text && !control.contains(text); text = walker.nextNode()) {
    if (text.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_PRECEDING) break;
    if (clean(text.data) && shown(text.parentElement)) parts.push(clean(text.data));
  }
  return parts;
}

/** Without background and frame it looks like a piece of text. */
function looksLikeText(node) {
  const style = getComputedStyle(node);
  return style.backgroundColor === 'rgba(0, 0, 0, 0)' && style.backgroundImage === 'none' && style.boxShadow === 'none'
    && ['Top', 'Left'].every((side) => style[`border${side}Style`] === 'none' || style[`border${side}Width`] === '0px');
}

/** It has the pointer of a button, its parent has not. */
const clickable = (node) => getComputedStyle(node).cursor === 'pointer' && getComputedStyle(node.parentElement).cursor !== 'pointer';

/** A control that may unfold the text before it, with the number of its kind (see ItemReader). Null for others. */
function fold(node, viewer, words) {
  const label = clean(node.getAttribute('aria-label')) || clean(node.textContent);
  if ((label.length > SHORT && !node.matches('summary')) || node.getAttribute('aria-haspopup') || node.closest('a[href]:not([href^="#"])')
    || node.querySelector(`${ENTRIES},img,video,a[href]`) || !usable(node)) return null;
  if (words.acts.some((name) => sameWords(name, label) || said(label).startsWith(`${said(name)} `))) return null;
  const known = words.seeMore.some((name) => sameWords(name, label));
  const discloses = node.getAttribute('aria-expanded') === 'false' || (node.matches('summary') && !node.parentElement.open);
  for (let block = node.parentElement, level = 0; block && block !== viewer && viewer.contains(block) && level < NEAR; block = block.parentElement, level++) {
    if (block.querySelector(`${ENTRIES},h1,img,video`)) break;
    const others = all(CONTROLS, block).filter((other) => !other.contains(node) && !node.contains(other));
    const texts = before(block, node);
    if (!texts.length) {
      if (others.length && !known) break;
      continue;
    }
    const last = texts.at(-1);
    const seen = (kind) => ({ node, kind, text: texts.join(' ').slice(0, SHORT), words: label });
    if (known) return seen(0);
    if (discloses) return seen(1);
    // After another text it may do anything; only in the order's own text it is a fold.
    const part = said(last.replace(CUT, '').trim());
    const own = part.length > 8 && said(words.own).includes(part);
    if (CUT.test(last)) return seen(own ? 2 : 4);
    if (others.length || texts.join(' ').length < 20 || level > 1) return null;
    if (own) return seen(3);
    return level === 0 && (node.matches(CONTROLS) || looksLikeText(node)) ? seen(4) : null;
  }
  return known || discloses ? { node, kind: known ? 0 : 1, text: '', words: label } : null;
}

function folds(viewer, words) {
  const nodes = all('*', viewer).filter((node) => node.matches(CONTROLS) || clickable(node));
  return nodes.filter((node) => !nodes.some((outer) => outer !== node && outer.contains(node)))
    .map((node) => fold(node, viewer, words)).filter(Boolean);
}

/** Paragraphs: each block element with its own words. */
function paragraphs(viewer) {
  const blocks = new Map();
  const walker = document.createTreeWalker(viewer, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (!clean(text.data) || !shown(text.parentElement) || text.parentElement.closest(CONTROLS)) continue;
    let block = text.parentElement;
    while (block !== viewer && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
    blocks.set(block, [...(blocks.get(block) ?? []), text.data]);
  }
  return [...blocks.values()].map((parts) => parts.join(' '));
}

/** Whether there is a description: a text after its heading, a long text or one with several lines. */
function described(viewer, texts, headings) {
  const lines = texts.map(clean);
  const heading = lines.findIndex((line) => headings.some((name) => sameWords(name, line)));
  return (heading >= 0 && heading < lines.length - 1) || texts.some((text) => text.trim().includes('\n') || clean(text).length > 120);
}

Object.assign(tasks, {
  /** The listing's page, or that it is gone; null while the page shows neither. */
  item(id, words) {
    let viewer = labelled(words.viewer);
    let familiar = true;
    if (!viewer) {
      viewer = shaped(words.gone);
      const shows = () => viewer || (location.pathname.includes(`/item/${id}`) && !GONE_ADDRESS.test(location.search) && odd());
      if (saidToBeGone(words.gone)) return shows() ? { unclear: true } : { gone: true };
      familiar = Boolean(viewer);
      viewer ??= odd();
      if (!viewer) return null;
    }
    if (/\/marketplace\/item\/(\d+)/.exec(location.pathname)?.[1] !== id) return null;
    const addresses = [...new Set(pictures(viewer).map((image) => image.src))];
    const texts = paragraphs(viewer);
    return {
      gone: false, familiar, text: [viewer.innerText, ...hidden(viewer)].join('\n'),
      cut: texts.some((text) => CUT.test(clean(text))), described: described(viewer, texts, words.describes), folds: folds(viewer, words),
      photos: addresses.length, pictures: addresses, next: presses(words.nextImage, viewer).filter(enabled)[0] ?? null,
    };
  },
});
