// "Your listings" with its cards, dialogs and menus.

/** Button names may contain the listing's title: "Mark as sold {title}". */
const titled = (names, title) => names.map((name) => clean(name.replace('{title}', title)));

function cardNodes({ listedOn, acts }) {
  const main = all('[role=main]').filter(shown);
  const inMain = (node) => main.length === 0 || main.some((root) => root.contains(node));
  return all('[role=button][aria-label]').filter((node) => inMain(node) && shown(node)).filter((node) => {
    const title = clean(node.getAttribute('aria-label'));
    const text = clean(node.textContent);
    return text.includes(title) && !acts.some((name) => `${said(title)} `.startsWith(`${said(name)} `)) && (listedOn.some((mark) => text.includes(mark)) || /\d/.test(text.replace(title, '')));
  });
}

/** Whether the block has buttons of a listing; a draft has others. */
const listed = (root, words, title) => presses([words.more, words.markSold, words.available].flatMap((names) => titled(names, title)), root).length > 0;

/** The largest block around a card without another card or a draft; its buttons belong to the card. */
function block(card, cards, words, title) {
  let holder = card;
  for (let next = card.parentElement; next && next !== document.body && !next.matches('[role=main]'); next = next.parentElement) {
    if (cards.some((other) => other !== card && next.contains(other))) break;
    if (listed(holder, words, title) && presses(words.draft, next).length > 0) break;
    holder = next;
  }
  return holder;
}

/** Length of the text after "Listed on" that may contain a date. */
const DATE_LENGTH = 24;

/** The text after the longest of these words; empty without any. */
function after(text, words) {
  const heard = said(text);
  const [word] = words.map(said).filter((one) => heard.includes(one)).sort((one, other) => other.length - one.length);
  return word ? heard.slice(heard.indexOf(word) + word.length).slice(0, DATE_LENGTH) : '';
}

/** Large enough for a listing's picture. */
const large = (image) => image.getBoundingClientRect().width >= 48 && shown(image) && !image.closest('[role=banner]');
const figures = (node) => leaves(node).filter((text) => PRICE.test(text)).length;

/** The area of a card: up to another card, or a second picture, price or listing. */
function zone(card, cards, words) {
  const own = (root, selector) => all(selector, root).length;
  const title = clean(card.getAttribute('aria-label'));
  // In a list of one card only known buttons mark the end of the card.
  const foreign = (root) => cards.length === 1 && all('[role=button],button', root).some((node) => shown(node) && !card.contains(node) && node !== card
    && !said(labelOf(node).text).includes(said(title)) && !words.acts.some((name) => said(labelOf(node).text).startsWith(said(name))));
  let holder = card;
  for (let next = card.parentElement; next && next !== document.body && !next.matches('[role=main]'); next = next.parentElement) {
    if (cards.some((other) => other !== card && next.contains(other))) break;
    if (all('img', next).filter(large).length > Math.max(1, all('img', card).filter(large).length)) break;
    if (foreign(next)) break;
    if (figures(next) > Math.max(1, figures(card)) || own(next, ITEM_LINK) > own(card, ITEM_LINK)) break;
    holder = next;
  }
  return holder;
}

const ITEM_LINK = 'a[href*="/marketplace/item/"]';

/** Number of prices, pictures with figures and listing links outside cards: listings in an unknown layout. */
function strays(mains, zones) {
  const outside = (node) => !zones.some((one) => one.contains(node));
  const listing = (image) => {
    for (let block = image; block && !block.matches('[role=main]'); block = block.parentElement) {
      if (zones.some((one) => block.contains(one))) return false;
      if (/\d{3}/.test(clean(block.textContent))) return true;
    }
    return false;
  };
  const prices = mains.flatMap((main) => leaves(main, zones)).filter((text) => PRICE.test(text) && text.replace(/\D/g, '').length > 2);
  return prices.length + mains.flatMap((main) => [...all(ITEM_LINK, main).filter((node) => shown(node) && outside(node)),
    ...all('img', main).filter((image) => large(image) && outside(image) && listing(image))]).length;
}

function cardSeen(node, nodes, words) {
  const title = clean(node.getAttribute('aria-label'));
  const around = block(node, nodes, words, title);
  const parts = leaves(node).flatMap((text) => text.split('·').map(clean));
  const remark = apostrophe(around.textContent);
  const text = leaves(node).join(' | ');
  const listedOn = after(text, words.listedOn);
  return {
    title, text, listedOn, draft: !listedOn && figures(node) === 0 && presses(words.draft, around).length > 0 && !listed(around, words, title),
    sold: presses(titled(words.available, title), around).length > 0 || parts.some((part) => words.sold.some((word) => sameWords(word, part))),
    says: words.remarks.filter((text) => remark.includes(text)),
  };
}

const entitled = (dialog, titles) => titles.some((title) => sameWords(labelOf(dialog).text, title)
  || all('h1,h2,h3,[role=heading]', dialog).some((head) => sameWords(head.textContent, title)));

/** The yes button is beside the no button; the word alone may also be in the dialog's title and text. */
function yesBeside(dialog, yes, no) {
  const refuse = single(presses(no, dialog));
  if (!refuse) return single(presses(yes, dialog));
  for (let around = refuse.parentElement; around && dialog.contains(around); around = around.parentElement) {
    const found = presses(yes, around).filter((node) => node !== refuse);
    if (found.length) return single(found);
  }
  return null;
}

Object.assign(tasks, {
  cards(words) {
    const nodes = cardNodes(words);
    return nodes.map((node, index) => ({ index, ...cardSeen(node, nodes, words) }));
  },

  /** What the list shows besides its cards: listings in another layout, and a control for more cards. */
  rest(words) {
    const mains = all('[role=main]').filter(shown);
    const nodes = cardNodes(words);
    const zones = nodes.map((node) => zone(node, nodes, words));
    const last = nodes.at(-1);
    const drafts = presses(words.draft);
    // A link to another page belongs to the footer; a link to this page may show more.
    const turns = (node) => !node.matches('a[href]') || new URL(node.href, location.href).pathname === location.pathname;
    const behind = last ? all('[role=button],button,[role=link],a[href]').filter((node) => usable(node) && enabled(node) && turns(node) && !drafts.includes(node)
      && mains.some((main) => main.contains(node)) && !zones.some((one) => one.contains(node))
      && last.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) : [];
    const more = behind.find((node) => words.seeMore.some((name) => sameWords(labelOf(node).text || node.textContent, name)));
    if (more) reach(more);
    return { cards: nodes.length, strays: strays(mains, zones), more: more ?? null, behind: behind.length };
  },

  /** One card with its buttons; null if another card is in its place. */
  card(words, index, title, text) {
    const nodes = cardNodes(words);
    const node = nodes[index];
    if (!node) return null;
    const seen = cardSeen(node, nodes, words);
    if (seen.title !== title || seen.text !== text) return null;
    reach(node);
    const around = block(node, nodes, words, title);
    return {
      node, ...seen, markSold: single(presses(titled(words.markSold, title), around).filter(enabled)),
      renew: single(presses(titled(words.renew, title), around).filter(enabled)),
      more: single(presses(titled(words.more, title), around).filter(enabled)),
      edit: single(presses(titled(words.edit, title), around).filter(enabled)),
    };
  },

  /** The dialog of one listing, without the buttons in its table of figures. */
  listingDialog(words) {
    const links = (node) => all('a[href*="/marketplace/item/"]', node);
    const open = dialogs().filter((node) => !named(node, words.panes));
    const dialog = open.find((node) => named(node, words.dialog) || entitled(node, words.dialog) || startsWithAny(clean(node.textContent), words.dialog))
      ?? open.find((node) => links(node).length > 0);
    if (!dialog) return null;
    const ids = links(dialog).map((link) => /\/marketplace\/item\/(\d+)/.exec(link.href)?.[1]).filter(Boolean);
    const title = clean(links(dialog).map((link) => link.textContent).find((text) => clean(text)));
    const own = (names) => single(presses(titled(names, title), dialog).filter((node) => enabled(node) && !node.closest('[role=gridcell]') && node.tabIndex >= 0));
    return {
      id: single([...new Set(ids)]) ?? '', text: clean(dialog.textContent), close: presses(words.close, dialog)[0] ?? null,
      remove: own(words.remove), markSold: own(words.markSold), edit: own(words.edit),
      sold: presses(titled(words.available, title), dialog).length > 0,
    };
  },

  menuItem(names) {
    const item = single(presses(names, document, '[role=menuitem]'));
    if (!item) return null;
    reach(item);
    return { node: item };
  },

  /** The yes button of a dialog with one of these titles, or with only yes and no. */
  confirm(titles, yes, no, others) {
    const open = dialogs().filter((node) => !named(node, others) && !entitled(node, others));
    const dialog = open.find((node) => entitled(node, titles))
      ?? open.find((node) => presses(yes, node).length > 0 && presses(no, node).length > 0);
    const node = dialog && yesBeside(dialog, yes, no);
    if (!node || !enabled(node)) return null;
    reach(node);
    return { node };
  },

  /** A follow-up question: its neutral answer, or a button that continues or closes it. */
  followUp(words) {
    const open = dialogs().filter((node) => !named(node, words.panes));
    // The question for the reason may have the title of the confirmation; only the confirmation has a cancel button.
    const whether = (node) => entitled(node, words.confirms) && presses(words.cancel, node).length > 0;
    const dialog = open.find((node) => !named(node, words.listing) && !entitled(node, words.listing) && !whether(node));
    if (!dialog) return { open: open.length, node: null, text: '' };
    const radios = all('[role=radio],input[type=radio]', dialog);
    const neutral = radios.find((node) => words.neutral.some((name) => sameWords(labelOf(node).text, name)));
    const chosen = Boolean(neutral) && (neutral.checked || neutral.getAttribute('aria-checked') === 'true');
    const on = presses(words.forward, dialog);
    const away = words.away.flatMap((name) => presses([name], dialog)).filter(enabled);
    const leads = radios.length && !neutral ? [] : on;
    // After an answer wait for the button that continues: closing would leave the question open.
    const node = neutral && !chosen ? neutral : leads.length ? leads.find(enabled) : away[0];
    return { open: open.length, node: node ? reach(node) : null, text: clean(dialog.textContent).slice(0, 200) };
  },

  searchBox(placeholders) {
    const boxes = all('input').filter(shown);
    const here = boxes.filter((node) => ['search', 'text', ''].includes(node.getAttribute('type') ?? '') && node.getAttribute('role') !== 'combobox' && node.closest('[role=main],[role=navigation]'));
    const known = boxes.filter((node) => placeholders.some((name) => sameWords(name, node.placeholder) || sameWords(name, labelOf(node).text)));
    // Without known words: the page's only box besides the site's search, which is a combobox.
    const box = single(known.length ? known : here);
    if (!box) return null;
    reach(box);
    return { node: box, value: clean(box.value) };
  },

  /** Scrolls to the end of a scrolling column and of the page. */
  scrollEnd() {
    const items = all('[role=main] [role=button][aria-label]');
    items.at(-1)?.scrollIntoView({ block: 'end', behavior: 'instant' });
    window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    return items.length;
  },

  sellingState(noListings, loadingNames) {
    const texts = leaves(all('[role=main]').filter(shown)[0] ?? document.body);
    return { none: texts.some((text) => noListings.some((phrase) => (phrase.includes(' ', phrase.indexOf(' ') + 1) ? startsWithAny(text, [phrase]) : sameWords(text, phrase)))), busy: busy(loadingNames), main: all('[role=main]').some(shown) };
  },
});
