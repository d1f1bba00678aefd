// Reads the page and finds elements by role and accessible name. It changes only the scroll position, leaves nothing
// in the page, and runs again for each task, because the page redraws itself at any time.
// The other scripts of this folder add their tasks; the last line of the sent script runs the selected one.
/** Text without invisible marks (zero-width spaces, directions). */
const clean = (text) => (text ?? '').replace(/[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();
const key = (text) => clean(text).normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[\s-]/g, '');
const apostrophe = (text) => clean(text).replace(/[\u2018\u2019]/g, "'");
/** For comparing sentences: ignores case, accents and kinds of apostrophes. */
const said = (text) => apostrophe(text).normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
/** Remarks in a label: a star, required or optional, a counter of letters. */
const REMARK = /(?:[\s*:.\u2026]+|[\s([\u00b7,\u2013-]+(?:optional|required|opcional|obligatori[oa]|requerid[oa]|opsional|wajib|facultati(?:f|ve)|optionn?ell?e?|obligatoire|requise?|erforderlich|pflichtfeld|freiwillig|obrigat\u00f3ri[oa]|facoltativ[oa]|obbligatori[oa]|richiest[oa])[\s)\]]*|[\s([\u00b7]+\d+\s?\/\s?[\d.,]+[\s)\]]*)$/;

/** A name for comparison: ignores case, spaces and remarks. */
function plain(text) {
  if (!known.has(text)) known.set(text, stripped(text));
  return known.get(text);
}

/** A task compares the same few names with each element, so they are cached. */
const known = new Map();

function stripped(text) {
  let name = apostrophe(text.normalize('NFKC')).toLowerCase().replace(/^[\s*]+/, '');
  for (let shorter = name.replace(REMARK, ''); shorter !== name; shorter = name.replace(REMARK, '')) name = shorter;
  return name;
}

function shown(node) {
  if (!node.isConnected || node.getClientRects().length === 0) return false;
  if (getComputedStyle(node).visibility !== 'visible') return false;
  return !node.closest('[aria-hidden=true],[inert]');
}

/** Shown and visible: not outside the page, not transparent. */
function usable(node) {
  const box = node.getBoundingClientRect();
  let [right, bottom] = [box.right, box.bottom];
  for (let outer = node.parentElement; outer; outer = outer.parentElement) {
    right += outer.scrollLeft;
    bottom += outer.scrollTop;
  }
  return box.width > 2 && box.height > 2 && right > 0 && bottom > 0 && shown(node) && node.checkVisibility({ opacityProperty: true });
}

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const byIds = (ids) => (ids ?? '').split(/\s+/).map((id) => id && document.getElementById(id)).filter(Boolean);
const enabled = (node) => node.getAttribute('aria-disabled') !== 'true' && !node.disabled;

/** A currency's sign or short name beside digits; ItemPage has the same names. */
const NAMES = 'Rp|Bs|S\\/|KSh|kr|z\u0142|K\u010d|Ft|CHF|USD|CAD|AUD|NZD|GBP|EUR|IDR|BRL|MXN|SEK|NOK|DKK|PLN|CZK|HUF|RON|INR|ZAR';
const PRICE = new RegExp(`(?:\\p{Sc}|(?<!\\p{L})(?:${NAMES})\\.?)\\s?\\d|\\d\\s?(?:\\p{Sc}|(?:${NAMES})(?!\\p{L}))`, 'u');

const CONTROL = 'input,textarea,[role=combobox],[role=checkbox]';

/** The texts in the node, without hidden ones and without the given nodes. */
function leaves(node, without = []) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const parts = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (clean(text.data) && !without.some((other) => other.contains(text)) && !text.parentElement.closest('[aria-hidden=true]')) {
      parts.push(clean(text.data));
    }
  }
  return parts;
}

/** The first text beside the control, in the largest block that holds no other control. */
function beside(node) {
  let found = '';
  for (let block = node.parentElement; block && !block.matches('[role=form],body'); block = block.parentElement) {
    if (all(CONTROL, block).some((other) => other !== node && !node.contains(other) && !other.contains(node) && shown(other))) break;
    found = leaves(block, [node])[0] ?? found;
  }
  return found;
}

/** The elements that name the node. A list may be named by its label and its value; only the label counts. */
function labels(node) {
  const named = byIds(node.getAttribute('aria-labelledby'));
  return node.matches(kinds.choice) ? named.filter((holder, place) => place === 0 || !node.contains(holder)) : named;
}

/** Whether it is in the part of a dropdown that takes the focus: that is its value, not its label (marketplace-form.md §3). */
function inValue(one, node) {
  const focus = node.matches(kinds.choice) && one.closest('[tabindex]');
  return Boolean(focus) && focus !== node && node.contains(focus);
}

/** The node's accessible name, and the elements that contain it. */
function labelOf(node) {
  const named = labels(node);
  const joined = clean(named.map((holder) => holder.textContent).join(' '));
  if (joined) return { holders: named, text: joined };
  const own = clean(node.getAttribute('aria-label'));
  if (own) return { holders: [], text: own };
  if (node.matches('[role=button],button,[role=menuitem],[role=radio]')) return { holders: [], text: clean(node.textContent) };
  const label = node.matches('label') ? node : node.closest('label') ?? (node.id && document.querySelector(`label[for="${CSS.escape(node.id)}"]`));
  const span = label && all('span', label).find((one) => clean(one.textContent) && !one.querySelector(CONTROL) && !inValue(one, node));
  if (span) return { holders: [span], text: clean(span.textContent) };
  if (label && label !== node) return { holders: [], text: leaves(label, [node]).join(' ') };
  if (!node.matches(CONTROL)) return { holders: [], text: '' };
  const inner = node.matches('[role=combobox]:not(input)') && all('span', node).find((one) => clean(one.textContent) && !inValue(one, node));
  if (inner) return { holders: [inner], text: clean(inner.textContent) };
  return { holders: [], text: beside(node) || clean(node.getAttribute('placeholder') ?? node.title) };
}

const named = (node, names) => {
  const own = plain(labelOf(node).text);
  return own !== '' && names.some((name) => plain(name) === own);
};

const pictureInputs = (root) => all('input[type=file]', root).filter((input) => (input.accept ?? '').includes('image/') && !input.disabled);

/** The form by its name, or the one form that takes pictures, because the name depends on the language. */
function form(names) {
  const forms = all('[role=form]').filter(shown);
  const mine = forms.filter((node) => named(node, names));
  const taking = (mine.length ? mine : forms).filter((node) => pictureInputs(node).length > 0);
  return single(taking) ?? single(mine);
}

const single = (nodes) => (nodes.length === 1 ? nodes[0] : null);

const kinds = {
  choice: '[role=combobox]:not(input):not(textarea),[aria-haspopup=listbox]:not(input):not([role=combobox])',
  text: 'input[type=text]:not([role=combobox]),input[type=tel],input[type=number],input:not([type]):not([role=combobox]),textarea',
  place: 'input[role=combobox]',
  entry: 'input[type=text],input[type=search],input:not([type]),textarea',
  tick: 'input[type=checkbox]:not([role=switch]),[role=checkbox]',
};

/** All controls of a kind that a person could use, in the form's order. */
const controls = (root, kind) => all(kinds[kind], root).filter((node) => operable(node, kind));

/** Whether a person could use it; a box may be drawn by its label alone. */
function operable(node, kind) {
  return usable(node) || (kind === 'tick' && !node.closest('[aria-hidden=true],[inert]') && node.closest('label') && usable(node.closest('label')));
}

/**
 * The one control of this kind and name; none if there are two that can be used, for then neither can be trusted.
 * A name such as nth:3 stands for a place among the controls of the kind.
 */
function control(forms, kind, names) {
  const root = form(forms);
  if (!root) return null;
  if (names[0]?.startsWith('nth:')) return controls(root, kind)[Number(names[0].slice(4))] ?? null;
  const nodes = all(kinds[kind], root);
  const neutral = kind === 'tick' ? single(nodes.filter((node) => node.getAttribute('name') === 'title_status' && operable(node, kind))) : null;
  if (neutral) return neutral;
  // Compare names first, because positions need a layout of the page.
  const found = nodes.filter((node) => named(node, names) && operable(node, kind));
  return single(found) ?? single(found.filter(enabled));
}

/** Whether the node's middle is in view with nothing over it. */
function reachable(target) {
  const hit = hitOf(target);
  return Boolean(hit) && (target.contains(hit) || hit.contains(target));
}

function hitOf(target) {
  const box = target.getBoundingClientRect();
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  return x >= 0 && y >= 0 && x < innerWidth && y < innerHeight ? document.elementFromPoint(x, y) : null;
}

/** Scrolls the node into view unless it is reachable; returns the element to click. */
function reach(node) {
  const target = node.matches('input[type=checkbox],input[type=radio]') ? node.closest('label') ?? node : node;
  for (const block of ['center', 'end', 'start', 'center']) {
    if (reachable(target)) break;
    target.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
  }
  return target;
}

function buttons(names, root = document) {
  return all('[role=button],button', root).filter((node) => shown(node) && named(node, names));
}

const busy = (names) => all('[role=status]').some((node) => shown(node) && named(node, names));

const sameWords = (one, other) => key(apostrophe(one)).replace(/[?!.]+$/, '') === key(apostrophe(other)).replace(/[?!.]+$/, '');

/** Buttons and menu items whose words differ between releases in case only (marketplace-form.md §12). */
const presses = (names, root = document, selector = '[role=button],button') =>
  all(selector, root).filter((node) => shown(node) && names.some((name) => sameWords(labelOf(node).text, name)));

const startsWithAny = (text, starts) => starts.some((start) => apostrophe(text).toLowerCase().startsWith(apostrophe(start).toLowerCase()));

const dialogs = () => all('[role=dialog],[role=alertdialog]').filter(shown).reverse();

const tasks = {
  language() {
    return document.documentElement.lang ?? '';
  },

  today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  },

  /** The button of the main column; galleries and panes have buttons with the same names. */
  button(names) {
    const columns = all('[role=main]');
    const found = buttons(names).filter((node) => !columns.length || columns.some((column) => column.contains(node)));
    const own = found.filter((node) => !node.closest('[role=complementary],[role=dialog],[role=form]'));
    const node = single(found) ?? single(own);
    if (!node) return null;
    reach(node);
    return { node, enabled: enabled(node) };
  },

  complaints() {
    return all('[role=alert],[role=dialog]').filter(shown).map((node) => clean(node.textContent).slice(0, 300)).filter(Boolean);
  },

  /** The button that closes the uppermost dialog. */
  dialogButton(dismissNames) {
    for (const dialog of all('[role=dialog],[role=alertdialog],[data-testid=cookie-policy-manage-dialog]').filter(shown).reverse()) {
      for (const name of dismissNames) {
        const found = buttons([name], dialog).filter(enabled);
        if (found.length) return found[0];
      }
    }
    return null;
  },
};
