// Reads the page and finds its elements by role and exact accessible name. It changes nothing in the page but the
// scroll position, leaves nothing behind, and runs anew for every question: the page redraws itself at any time.
// The other scripts of this folder add their tasks to it; the last line of the whole runs the one that is asked for.
const clean = (text) => (text ?? '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();
const key = (text) => clean(text).normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[\s-]/g, '');
const apostrophe = (text) => clean(text).replace(/[\u2018\u2019]/g, "'");

function shown(node) {
  if (!node.isConnected || node.getClientRects().length === 0) return false;
  if (getComputedStyle(node).visibility !== 'visible') return false;
  return !node.closest('[aria-hidden=true]');
}

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

function labelOf(node) {
  const ids = node.getAttribute('aria-labelledby');
  if (ids) {
    const holders = ids.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean);
    if (holders.length) return { holders, text: clean(holders.map((holder) => holder.textContent).join(' ')) };
  }
  const own = node.getAttribute('aria-label');
  if (own) return { holders: [], text: clean(own) };
  const label = node.matches('label') ? node : node.closest('label');
  const span = label && all('span', label).find((candidate) => clean(candidate.textContent) && !candidate.querySelector('input,textarea'));
  if (span) return { holders: [span], text: clean(span.textContent) };
  return { holders: [], text: node.matches('[role=button],button,[role=menuitem],[role=radio]') ? clean(node.textContent) : '' };
}

const named = (node, names) => names.some((name) => clean(name) === labelOf(node).text);

function form(names) {
  return all('[role=form]').find((node) => named(node, names) && shown(node)) ?? null;
}

const kinds = {
  choice: '[role=combobox]:not(input)',
  text: 'input[type=text]:not([role=combobox]),input:not([type]):not([role=combobox]),textarea',
  place: 'input[role=combobox]',
  tick: 'input[type=checkbox]',
};

/** The one shown control of this kind and name; none if there are two, for then neither can be trusted. */
function control(forms, kind, names) {
  const root = form(forms);
  if (!root) return null;
  const neutral = kind === 'tick' ? all('input[type=checkbox][name=title_status]', root) : [];
  if (neutral.length === 1) return neutral[0];
  const found = all(kinds[kind], root).filter((node) => (kind === 'tick' || shown(node)) && named(node, names));
  return found.length === 1 ? found[0] : null;
}

function choiceValue(node) {
  const { holders } = labelOf(node);
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const parts = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (!holders.some((holder) => holder.contains(text))) parts.push(text.data);
  }
  return clean(parts.join(' '));
}

function valueOf(kind, node) {
  if (kind === 'choice') return choiceValue(node);
  if (kind === 'tick') return String(node.checked);
  return node.value;
}

/** Whether the node's middle is in view with nothing over it. */
function reachable(target) {
  const box = target.getBoundingClientRect();
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  const hit = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight ? document.elementFromPoint(x, y) : null;
  return Boolean(hit) && (target.contains(hit) || hit.contains(target));
}

/** Brings the node into view, unless it is reachable; returns what is to be clicked. */
function reach(node) {
  const target = node.matches('input[type=checkbox],input[type=radio]') ? node.closest('label') ?? node : node;
  if (!reachable(target)) target.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  return target;
}

function buttons(names, root = document) {
  return all('[role=button],button', root).filter((node) => shown(node) && named(node, names));
}

const enabled = (node) => node.getAttribute('aria-disabled') !== 'true' && !node.disabled;

const lists = (node) => {
  const owned = node.getAttribute('aria-controls');
  const list = owned && document.getElementById(owned);
  return list ? [list] : all('[role=listbox]').filter(shown);
};

function leaves(node) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const parts = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) if (clean(text.data)) parts.push(clean(text.data));
  return parts;
}

const busy = (names) => all('[role=status]').some((node) => shown(node) && named(node, names));

function thumbs(forms, removeNames) {
  const root = form(forms);
  if (!root) return [];
  const removers = buttons(removeNames, root);
  return removers.map((button) => {
    let holder = button.parentElement;
    while (holder !== root && !holder.querySelector('img')) holder = holder.parentElement;
    const images = holder === root ? [] : all('img', holder);
    const image = removers.filter((other) => holder.contains(other)).length === 1 ? images[0] : null;
    return { button, address: image && image.complete && image.naturalWidth > 0 ? image.currentSrc || image.src : '' };
  });
}

const tasks = {
  language() {
    return document.documentElement.lang ?? '';
  },

  field(forms, kind, names) {
    const node = control(forms, kind, names);
    if (!node) return null;
    const target = reach(node);
    return {
      node, target, value: valueOf(kind, node), expanded: node.getAttribute('aria-expanded') === 'true',
      disabled: Boolean(node.disabled) || node.getAttribute('aria-disabled') === 'true',
    };
  },

  /** Only what the field shows, without scrolling to it; null if it is not there. */
  read(forms, fields) {
    return fields.map(({ kind, names }) => {
      const node = control(forms, kind, names);
      return node ? valueOf(kind, node) : null;
    });
  },

  options(forms, names, wanted) {
    const node = control(forms, 'choice', names);
    if (!node) return null;
    const expanded = node.getAttribute('aria-expanded') === 'true';
    const options = expanded ? lists(node).flatMap((list) => all('[role=option]', list)) : [];
    const texts = options.map((option) => clean(option.textContent));
    let match = null;
    for (const label of wanted) {
      const hits = options.filter((option, index) => key(texts[index]) === key(label));
      if (hits.length === 1) [match] = hits;
      if (hits.length) break;
    }
    if (match) reach(match);
    return { expanded, match, count: options.length, texts: match ? [] : texts, value: choiceValue(node) };
  },

  places(forms, names, wanted, cityKinds) {
    const node = control(forms, 'place', names);
    if (!node) return null;
    const open = node.getAttribute('aria-expanded') === 'true';
    const rows = open ? lists(node).flatMap((list) => all('[role=option]', list)) : [];
    const lines = rows.map(leaves);
    const hits = rows.filter((row, index) =>
      key(lines[index][0]) === key(wanted) && lines[index].slice(1).some((line) => cityKinds.includes(line)));
    const match = hits.length >= 1 ? hits[0] : null;
    if (match) reach(match);
    return { open, match, value: node.value, rows: lines.map((line) => line.join(' / ')) };
  },

  photos(forms, removeNames, loadingNames) {
    const root = form(forms);
    if (!root) return null;
    const inputs = all('input[type=file]', root).filter((input) => (input.accept ?? '').includes('image/'));
    const list = thumbs(forms, removeNames);
    const stored = list.map((thumb) => thumb.address).filter((address) => /^https?:/.test(address));
    return {
      input: inputs.length === 1 ? inputs[0] : null, shown: list.length, stored: [...new Set(stored)],
      busy: busy(loadingNames), remove: list.length ? list[0].button : null,
      complaints: all('[role=alert]', root).filter(shown).map((node) => clean(node.textContent)).filter(Boolean),
    };
  },

  button(names) {
    const found = buttons(names).filter((node) => !node.closest('[role=complementary] [role=region]'));
    const main = found.filter((node) => node.closest('[role=main]'));
    const list = main.length ? main : found;
    if (list.length !== 1) return null;
    reach(list[0]);
    return { node: list[0], enabled: enabled(list[0]) };
  },

  complaints() {
    return all('[role=alert],[role=dialog]').filter(shown).map((node) => clean(node.textContent).slice(0, 300)).filter(Boolean);
  },
};
