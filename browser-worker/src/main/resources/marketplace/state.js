// Where the browser is: signed in, on the form, or on a page that stops a run (marketplace-form.md §13, §14).

/** Blocks with texts of other people, which must not stop a run. */
const strange = 'textarea,label,[role=complementary],[role=region],[role=log],[role=grid]';

/** The texts of the page and its overlays: each shown element with its own words, and overlays and headings as a whole. */
function sayings(strangers) {
  const main = all('[role=main]').filter(shown);
  const layers = all('[role=dialog],[role=alert],[role=alertdialog]').filter(shown);
  const own = (node) => [...node.childNodes].some((child) => child.nodeType === 3 && clean(child.data));
  const foreign = (node) => (node.closest(strange) && !node.closest('[role=alert],[role=dialog],[role=alertdialog]'))
    || strangers.some((name) => node.closest(`[aria-label="${CSS.escape(name)}"]`));
  const nodes = [...(main.length ? main : [document.body]), ...layers].filter(Boolean)
    .flatMap((root) => all('*', root).concat(root).filter(own)).concat(layers, all('h1,h2,[role=heading]'));
  return [...new Set(nodes)].filter((node) => shown(node) && !foreign(node)).map((node) => clean(node.textContent));
}

Object.assign(tasks, {
  state(words) {
    const texts = sayings(words.foreign);
    const starts = words.stops.map(said);
    const heard = texts.map(said);
    const stop = starts.findIndex((start) => heard.some((text) => text.startsWith(start)));
    const fields = (selector) => all(selector).some(shown);
    const login = fields('input[name=pass],input[name=email]');
    const bar = all('input[type=search][role=combobox]').some(shown) && all('[role=main]').some(shown);
    return {
      address: location.href, language: document.documentElement.lang ?? '', ready: document.readyState,
      loggedIn: all('[aria-label],[role=feed]').some((node) => words.loggedIn.includes(clean(node.getAttribute('aria-label'))) || node.getAttribute('role') === 'feed')
        || (bar && !login),
      login, password: fields('input[name=pass],input[type=password]'),
      code: fields('#approvals_code,input[name=approvals_code],input[autocomplete=one-time-code]'),
      captcha: all('iframe').some((frame) => /captcha/i.test(frame.src + ' ' + frame.title) && shown(frame)),
      stop, stopText: stop < 0 ? '' : texts[heard.findIndex((text) => text.startsWith(starts[stop]))].slice(0, 300),
      form: Boolean(form(words.forms)), busy: busy(words.loading),
    };
  },

  /** The first text of the page with one of these words; null if there is none. */
  saying(words, strangers) {
    const wanted = words.map(said);
    return sayings(strangers).find((text) => wanted.some((word) => said(text).includes(word)))?.slice(0, 300) ?? null;
  },

  /** A question that blocks the page, such as the cookie question: the button with the owner's answer. */
  prompt(names) {
    for (const name of names) {
      const found = buttons([name]).filter(enabled);
      if (found.length) return reach(found[0]);
    }
    return null;
  },

  /** The overlay at the node's position: the button that closes it. Null without an overlay. */
  over(node, names) {
    const target = reach(node);
    const box = target.getBoundingClientRect();
    const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (!hit || target.contains(hit) || hit.contains(target)) return null;
    const layers = [];
    for (let layer = hit; layer && layer !== document.body && !layer.contains(target); layer = layer.parentElement) layers.push(layer);
    // A backdrop may cover the page beside its overlay.
    const others = all('[role=dialog],[role=alertdialog]').concat(all('body > *')).filter((node) => shown(node) && !node.contains(target)).reverse();
    for (const layer of [...layers, ...others]) {
      for (const name of names) {
        const found = buttons([name], layer).filter(enabled);
        if (found.length) return found[0];
      }
    }
    return null;
  },

  /** The scrolling element of the form: the form, a part of it, an ancestor or the page; null without a form. */
  column(forms) {
    const root = form(forms);
    if (!root) return null;
    const scrolls = (node) => node.scrollHeight > node.clientHeight + 4 && node.clientHeight > 100 && /auto|scroll/.test(getComputedStyle(node).overflowY);
    const round = [];
    for (let node = root; node && node !== document.body; node = node.parentElement) round.push(node);
    const own = [root, ...all('div', root).filter((node) => node.querySelectorAll('input,textarea').length > 2), ...round].find(scrolls);
    const page = document.scrollingElement;
    const node = own ?? page;
    const box = own ? own.getBoundingClientRect() : { x: 0, y: 0 };
    return {
      node, top: node.scrollTop, all: node.scrollHeight, height: own ? node.clientHeight : innerHeight, width: own ? node.clientWidth : innerWidth,
      x: box.x, pageX: box.x + (own ? scrollX : 0), pageY: box.y + (own ? scrollY : 0), window: innerWidth,
    };
  },

  scroll(node, top) {
    node.scrollTop = top;
    return { top: node.scrollTop };
  },
});
