// The form's fields: their values, lists and photos.
function choiceValue(node, nameless) {
  const { holders, text } = nameless ? { holders: [], text: '' } : labelOf(node);
  const typed = all('input[type=text],input:not([type])', node).map((input) => input.value);
  const parts = leaves(node, holders.filter((holder) => holder !== node && node.contains(holder)));
  return clean([...parts.filter((part) => plain(part) !== plain(text)), ...typed].join(' '));
}

/** A control that is asked for by its place has no name: all its texts are its value. */
function valueOf(kind, node, names = []) {
  if (kind === 'choice') return choiceValue(node, Boolean(names[0]?.startsWith('nth:')));
  if (kind === 'tick') return String(node.checked ?? node.getAttribute('aria-checked') === 'true');
  return node.value;
}

/** The list of a control; without a named one, the last list that belongs to no other control. */
function listsOf(node) {
  const owned = byIds(node.getAttribute('aria-controls') ?? node.getAttribute('aria-owns'));
  if (owned.length) return owned;
  const others = all('[role=combobox]').filter((other) => other !== node).flatMap((other) => byIds(other.getAttribute('aria-controls')));
  return all('[role=listbox]').filter(shown).filter((list) => !others.includes(list)).slice(-1);
}

const rowsOf = (node) => listsOf(node).flatMap((list) => all('[role=option]', list)).filter((row) => shown(row) && enabled(row));

/** Where to click a row with a link, relative to its middle: a click on the link would leave the page. */
function besideLinks(row) {
  if (!row.querySelector('a[href]')) return { x: 0, y: 0, links: false };
  const box = row.getBoundingClientRect();
  for (const [x, y] of [[0, 0], [-0.45, 0], [0.45, 0], [-0.45, -0.35], [0.45, 0.35]]) {
    const hit = document.elementFromPoint(box.left + box.width * (0.5 + x), box.top + box.height * (0.5 + y));
    if (hit && row.contains(hit) && !hit.closest('a[href]')) {
      return { x: Math.round(box.width * x), y: Math.round(box.height * y), links: true };
    }
  }
  return null;
}

/** The thumbnails with their remove buttons: known by the button's name, or as new pictures. */
function thumbs(root, removeNames, before) {
  const removers = buttons(removeNames, root);
  const pictures = all('img', root).filter((image) => shown(image) && !before.includes(image.currentSrc || image.src));
  const address = (image) => (image && image.complete && image.naturalWidth > 0 ? image.currentSrc || image.src : '');
  if (!removers.length) {
    return pictures.filter((image) => /^(blob|https?):/.test(image.src)).map((image) => ({ button: removerNear(image, pictures, root), address: address(image) }))
      .filter((thumb) => thumb.button);
  }
  return removers.map((button) => {
    let holder = button.parentElement;
    while (holder !== root && !holder.querySelector('img')) holder = holder.parentElement;
    const images = holder === root ? [] : all('img', holder);
    const alone = removers.filter((other) => holder.contains(other)).length === 1;
    return { button, address: address(alone ? images[0] : null) };
  });
}

function removerNear(image, pictures, root) {
  for (let holder = image.parentElement; holder && holder !== root; holder = holder.parentElement) {
    if (pictures.some((other) => other !== image && holder.contains(other))) return null;
    const found = all('[role=button],button', holder).filter((node) => shown(node) && !node.querySelector('input'));
    if (found.length) return single(found);
  }
  return null;
}

/** Whether another list is open, which would take the next click. */
const anotherOpen = (node) => all('[role=combobox][aria-expanded=true]').some((other) => other !== node && shown(other));

Object.assign(tasks, {
  field(forms, kind, names) {
    const node = control(forms, kind, names);
    if (!node) return null;
    const target = reach(node);
    return {
      node, target, value: valueOf(kind, node, names), expanded: node.getAttribute('aria-expanded') === 'true',
      another: anotherOpen(node), disabled: !enabled(node) || node.readOnly === true, suggests: node.matches('[role=combobox],[aria-autocomplete],[list]'),
    };
  },

  /** The value of each field, without scrolling; null for a missing field. */
  read(forms, fields) {
    return fields.map(({ kind, names }) => {
      const node = control(forms, kind, names);
      return node ? valueOf(kind, node, names) : null;
    });
  },

  /** The first folded section of the form; not a list or menu. */
  folded(forms) {
    const root = form(forms);
    if (!root) return null;
    const folds = '[role=button][aria-expanded=false]:not([aria-haspopup]),button[aria-expanded=false]:not([aria-haspopup]),details:not([open]) > summary';
    const node = all(folds, root).filter((one) => usable(one) && enabled(one) && !one.querySelector(CONTROL))[0];
    return node ? { node: reach(node) } : null;
  },

  /** Whether the form is disabled, as behind a dialog. */
  shutOff(forms) {
    const root = all('[role=form]').find((node) => named(node, forms) || pictureInputs(node).length > 0);
    return Boolean(root?.closest('[aria-hidden=true],[inert]'));
  },

  options(forms, names, wanted) {
    const node = control(forms, 'choice', names);
    if (!node) return null;
    const expanded = node.getAttribute('aria-expanded') === 'true';
    const options = expanded ? rowsOf(node) : [];
    const texts = options.map((option) => clean(option.textContent));
    let match = null;
    for (const label of wanted) {
      match = options.find((option, index) => key(texts[index]) === key(label)) ?? null;
      if (match) break;
    }
    if (match) reach(match);
    const spot = match ? besideLinks(match) : null;
    return {
      node, expanded, match: spot ? match : null, spot, place: options.indexOf(match), count: options.length, texts: match ? [] : texts,
    };
  },

  /** Scrolls a long list to its next part. */
  further(forms, names) {
    const node = control(forms, 'choice', names);
    for (const list of node ? listsOf(node) : []) {
      for (let box = list; box && box !== document.body; box = box.parentElement) {
        if (box.scrollHeight > box.clientHeight + 1) box.scrollTop += Math.max(40, box.clientHeight * 0.8);
      }
    }
    return {};
  },

  /** The suggestions of a text box, and the exact match. */
  suggestions(forms, names, wanted) {
    const node = control(forms, 'entry', names);
    if (!node) return null;
    const rows = node.getAttribute('aria-expanded') === 'true' || node.getAttribute('aria-controls') ? rowsOf(node) : [];
    const match = rows.find((row) => key(row.textContent) === key(wanted) || (leaves(row).length && key(leaves(row)[0]) === key(wanted))) ?? null;
    if (match) reach(match);
    return { count: rows.length, match, value: node.value };
  },

  places(forms, names, wanted, cityKinds) {
    const node = control(forms, 'place', names);
    if (!node) return null;
    const open = node.hasAttribute('aria-expanded') ? node.getAttribute('aria-expanded') === 'true' : listsOf(node).length > 0;
    const rows = open ? rowsOf(node) : [];
    const lines = rows.map((row) => [leaves(row), row.innerText.split('\n').map(clean).filter(Boolean)]);
    const isKind = (line) => cityKinds.some((kind) => plain(line) === plain(kind) || plain(line).startsWith(`${plain(kind)} \u00b7`));
    const fits = (row, index) => wanted.some((name) =>
      lines[index].some(([first, ...rest]) => key(first) === key(name) && rest.some(isKind))
      || cityKinds.some((kind) => key(row.textContent) === key(name + kind)));
    const bare = (row) => wanted.some((name) => key(row.textContent) === key(name));
    const match = rows.find(fits) ?? single(rows.filter(bare));
    if (match) reach(match);
    return { open, match, index: rows.indexOf(match), value: node.value, rows: lines.map(([texts]) => texts.join(' / ')) };
  },

  photos(forms, removeNames, loadingNames, before) {
    const root = form(forms);
    if (!root) return null;
    const inputs = pictureInputs(root);
    const list = thumbs(root, removeNames, before);
    const addresses = list.map((thumb) => thumb.address);
    const counter = /(\d+)\s*\/\s*20\b/.exec(clean(leaves(root).join(' ')));
    return {
      input: single(inputs) ?? single(inputs.filter((input) => input.multiple)), shown: list.length, addresses,
      stored: [...new Set(addresses.filter((address) => /^https?:/.test(address)))],
      busy: busy(loadingNames), named: buttons(removeNames, root).length > 0, counter: counter ? Number(counter[1]) : -1,
      complaints: all('[role=alert]', root).filter(shown).map((node) => clean(node.textContent)).filter(Boolean),
    };
  },

  /** The remove button of the last photo, scrolled into view. */
  removePhoto(forms, removeNames, before) {
    const root = form(forms);
    const last = root ? thumbs(root, removeNames, before).at(-1) : null;
    return last ? { node: reach(last.button) } : null;
  },

  /** Addresses of the form's own pictures. */
  pictures(forms) {
    const root = form(forms);
    return root ? all('img', root).map((image) => image.currentSrc || image.src) : [];
  },

  /** Every control that a person could use in the form, from top to bottom. */
  survey(forms) {
    const root = form(forms);
    if (!root) return null;
    const found = ['choice', 'text', 'place', 'tick'].flatMap((kind) => controls(root, kind).map((node, place) => ({ kind, node, place })));
    found.sort((one, other) => (one.node.compareDocumentPosition(other.node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    return found.map(({ kind, node, place }) => ({
      kind, place, name: labelOf(node).text, value: valueOf(kind, node), area: node.matches('textarea'),
      neutral: node.getAttribute('name') ?? '', enabled: enabled(node),
      required: node.getAttribute('aria-required') === 'true' || Boolean(node.required),
      invalid: node.getAttribute('aria-invalid') === 'true',
    }));
  },

  /** The unit after this number outside the form, as in the preview of a mileage: mi, km or nothing. */
  unit(digits, miles, kilometres) {
    const outside = all('[role=complementary],[role=region]').filter((node) => shown(node) && !node.closest('[role=form]'));
    for (const text of outside.flatMap((node) => all('*', node).filter((one) => !one.children.length || one.textContent.length < 60)).map((node) => clean(node.textContent))) {
      for (const [, number, word] of text.matchAll(/(\d[\d.,\s']*)\s*(\p{L}+)/gu)) {
        if (number.replace(/\D/g, '') !== digits) continue;
        if (kilometres.some((unit) => plain(unit) === plain(word))) return 'km';
        if (miles.some((unit) => plain(unit) === plain(word))) return 'mi';
      }
    }
    return '';
  },
});
