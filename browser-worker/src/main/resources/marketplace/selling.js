// "Your listings" with its cards, dialogs and menus, and a listing's own page.

/** Button names may hold the listing's title: "Mark as sold {title}". */
const titled = (names, title) => names.map((name) => clean(name.replace('{title}', title)));

const sameWords = (one, other) => key(apostrophe(one)).replace(/[?!.]+$/, '') === key(apostrophe(other)).replace(/[?!.]+$/, '');

/** Buttons and menu items whose words differ between releases in case only (marketplace-form.md §12). */
const presses = (names, root = document, selector = '[role=button],button') =>
  all(selector, root).filter((node) => shown(node) && names.some((name) => sameWords(labelOf(node).text, name)));

const startsWithAny = (text, starts) => starts.some((start) => apostrophe(text).toLowerCase().startsWith(apostrophe(start).toLowerCase()));

function cardNodes(listedOn) {
  const main = all('[role=main]').filter(shown);
  const inMain = (node) => main.length === 0 || main.some((root) => root.contains(node));
  return all('[role=button][aria-label]').filter((node) => inMain(node) && shown(node)).filter((node) => {
    const title = clean(node.getAttribute('aria-label'));
    const text = clean(node.textContent);
    return text.includes(title) && (listedOn.some((mark) => text.includes(mark)) || /\d/.test(text.replace(title, '')));
  });
}

/** The buttons that only a listing has; a draft has others. */
const listed = (root, words, title) => presses([words.more, words.markSold, words.available].flatMap((names) => titled(names, title)), root).length > 0;

/** The largest block round a card that holds no other card, nor a draft beside it: the buttons in it are this card's. */
function block(card, cards, words, title) {
  let holder = card;
  for (let next = card.parentElement; next && next !== document.body && !next.matches('[role=main]'); next = next.parentElement) {
    if (cards.some((other) => other !== card && next.contains(other))) break;
    if (listed(holder, words, title) && presses(words.draft, next).length > 0) break;
    holder = next;
  }
  return holder;
}

function cardSeen(node, nodes, words) {
  const title = clean(node.getAttribute('aria-label'));
  const around = block(node, nodes, words, title);
  const parts = leaves(node).flatMap((text) => text.split('·').map(clean));
  const remark = apostrophe(around.textContent);
  return {
    title, text: leaves(node).join(' | '), draft: presses(words.draft, around).length > 0 && !listed(around, words, title),
    sold: presses(titled(words.available, title), around).length > 0 || parts.some((part) => words.sold.some((word) => sameWords(word, part))),
    says: words.remarks.filter((text) => remark.includes(text)),
  };
}

const dialogs = () => all('[role=dialog],[role=alertdialog]').filter(shown).reverse();

const entitled = (dialog, titles) => titles.some((title) => sameWords(labelOf(dialog).text, title)
  || all('h1,h2,h3,[role=heading]', dialog).some((head) => sameWords(head.textContent, title)));

const only = (list) => (list.length === 1 ? list[0] : null);

/** The button that says yes is the one beside the button that says no: the word itself stands in the dialog's title and text too. */
function yesBeside(dialog, yes, no) {
  const refuse = only(presses(no, dialog));
  if (!refuse) return only(presses(yes, dialog));
  for (let around = refuse.parentElement; around && dialog.contains(around); around = around.parentElement) {
    const found = presses(yes, around).filter((node) => node !== refuse);
    if (found.length) return only(found);
  }
  return null;
}

/** A listing's pictures: not the faces of people, which are links to them, nor maps. */
function pictures(viewer) {
  const elsewhere = (image) => {
    const link = image.closest('a[href]');
    return link && !/\/marketplace\/item\/|\/photo/.test(link.href);
  };
  return all('img', viewer).filter((image) => /^https?:/.test(image.src) && !/static_?map/i.test(image.src) && !elsewhere(image));
}

function priced(node) {
  const head = clean(all('h1', node)[0]?.textContent);
  const lines = leaves(node);
  const title = lines.findIndex((line) => head && head.endsWith(line) && line.length > 3);
  return title >= 0 && lines.slice(title + 1, title + 4).some((line) => /\d{3}/.test(line));
}

Object.assign(tasks, {
  cards(words) {
    const nodes = cardNodes(words.listedOn);
    return nodes.map((node, index) => ({ index, ...cardSeen(node, nodes, words) }));
  },

  /** One card with its own buttons; null if another one stands in its place. */
  card(words, index, title, text) {
    const nodes = cardNodes(words.listedOn);
    const node = nodes[index];
    if (!node) return null;
    const seen = cardSeen(node, nodes, words);
    if (seen.title !== title || seen.text !== text) return null;
    reach(node);
    const around = block(node, nodes, words, title);
    return {
      node, ...seen, markSold: only(presses(titled(words.markSold, title), around).filter(enabled)),
      more: only(presses(titled(words.more, title), around).filter(enabled)),
      edit: only(presses(titled(words.edit, title), around).filter(enabled)),
    };
  },

  /** The dialog of one listing. The buttons within its table of figures are not its own. */
  listingDialog(words) {
    const links = (node) => all('a[href*="/marketplace/item/"]', node);
    const dialog = dialogs().find((node) => named(node, words.dialog) || entitled(node, words.dialog) || startsWithAny(clean(node.textContent), words.dialog))
      ?? dialogs().find((node) => links(node).length > 0);
    if (!dialog) return null;
    const ids = links(dialog).map((link) => /\/marketplace\/item\/(\d+)/.exec(link.href)?.[1]).filter(Boolean);
    const title = clean(links(dialog).map((link) => link.textContent).find((text) => clean(text)));
    const own = (names) => only(presses(titled(names, title), dialog).filter((node) => enabled(node) && !node.closest('[role=gridcell]') && node.tabIndex >= 0));
    return {
      id: only([...new Set(ids)]) ?? '', close: presses(words.close, dialog)[0] ?? null,
      remove: own(words.remove), markSold: own(words.markSold), edit: own(words.edit),
      sold: presses(titled(words.available, title), dialog).length > 0,
    };
  },

  menuItem(names) {
    const item = only(presses(names, document, '[role=menuitem]'));
    if (!item) return null;
    reach(item);
    return { node: item };
  },

  /** The yes of a dialog with one of these titles, or of one that can only be said yes or no to. */
  confirm(titles, yes, no, others) {
    const open = dialogs().filter((node) => !named(node, others) && !entitled(node, others));
    const dialog = open.find((node) => entitled(node, titles))
      ?? open.find((node) => presses(yes, node).length > 0 && presses(no, node).length > 0);
    const node = dialog && yesBeside(dialog, yes, no);
    if (!node || !enabled(node)) return null;
    reach(node);
    return { node };
  },

  /** What a dialog that follows asks: a neutral answer to choose, or a button that leads on or closes it. */
  followUp(words) {
    const open = dialogs().filter((node) => !named(node, words.panes));
    // The question why it was deleted may bear the same title as the one whether to; only that one can be cancelled.
    const whether = (node) => entitled(node, words.confirms) && presses(words.cancel, node).length > 0;
    const dialog = open.find((node) => !named(node, words.listing) && !entitled(node, words.listing) && !whether(node));
    if (!dialog) return { open: open.length, node: null, text: '' };
    const radios = all('[role=radio],input[type=radio]', dialog);
    const neutral = radios.find((node) => words.neutral.some((name) => sameWords(labelOf(node).text, name)));
    const chosen = Boolean(neutral) && (neutral.checked || neutral.getAttribute('aria-checked') === 'true');
    const on = presses(words.forward, dialog);
    const away = words.away.flatMap((name) => presses([name], dialog)).filter(enabled);
    const leads = radios.length && !neutral ? [] : on;
    // Once answered, the way on is waited for: closing would leave the question open.
    const node = neutral && !chosen ? neutral : leads.length ? leads.find(enabled) : away[0];
    return { open: open.length, node: node ? reach(node) : null, text: clean(dialog.textContent).slice(0, 200) };
  },

  searchBox(placeholders) {
    const boxes = all('input').filter(shown);
    const here = boxes.filter((node) => ['search', 'text', ''].includes(node.getAttribute('type') ?? '') && node.getAttribute('role') !== 'combobox' && node.closest('[role=main],[role=navigation]'));
    const known = boxes.filter((node) => placeholders.some((name) => sameWords(name, node.placeholder) || sameWords(name, labelOf(node).text)));
    // Without known words: the page has one box besides the site's own search, which is a combobox.
    const box = only(known.length ? known : here);
    if (!box) return null;
    reach(box);
    return { node: box, value: clean(box.value) };
  },

  /** To the end of a column that scrolls by itself, and of the page. */
  scrollEnd() {
    const items = all('[role=main] [role=button][aria-label]');
    items.at(-1)?.scrollIntoView({ block: 'end', behavior: 'instant' });
    window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    return items.length;
  },

  sellingState(noListings, loadingNames) {
    const text = apostrophe((all('[role=main]').filter(shown)[0] ?? document.body).textContent);
    return { none: noListings.some((phrase) => text.includes(phrase)), busy: busy(loadingNames), main: all('[role=main]').some(shown) };
  },

  /** The listing's page, or that it is gone; null while neither shows. */
  item(id, viewers, seeMore, gone, nextImage) {
    let viewer = all('[aria-label]').filter(shown).find((node) => viewers.some((name) => sameWords(name, node.getAttribute('aria-label'))));
    if (!viewer) {
      const roots = [...all('[role=main]').filter(shown), ...dialogs()];
      const texts = (roots.length ? roots : [document.body]).flatMap((root) => leaves(root));
      if (/[?&]unavailable_product=1/.test(location.search) || texts.some((text) => startsWithAny(text, gone))) return { gone: true };
      // In a language whose words are not known: the page's main part, once it shows pictures, a title and a price below it.
      viewer = only(all('[role=main]').filter((node) => shown(node) && priced(node) && pictures(node).length > 0));
      if (!viewer) return null;
    }
    if (/\/marketplace\/item\/(\d+)/.exec(location.pathname)?.[1] !== id) return null;
    const addresses = [...new Set(pictures(viewer).map((image) => image.src))];
    return {
      gone: false, text: viewer.innerText, more: presses(seeMore, viewer)[0] ?? null, photos: addresses.length, pictures: addresses,
      next: presses(nextImage, viewer).filter(enabled)[0] ?? null,
    };
  },
});
