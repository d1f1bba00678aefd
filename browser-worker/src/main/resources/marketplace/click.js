// Swallows late clicks. Only this script stays in the page, from before the click until after it.
Object.assign(tasks, {
  /** The page's clocks in milliseconds, and whether the node can be clicked now. */
  clocks(node) {
    const target = reach(node);
    return { reachable: reachable(target), running: performance.now(), wall: Date.now() };
  },

  /** Swallows each click after the end by either clock; the wall clock may be set, the other one restarts with the page. */
  arm(name, runningEnd, wallEnd) {
    const kinds = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
    const seen = { given: false, late: false };
    const guard = (event) => {
      const late = performance.now() > runningEnd || Date.now() > wallEnd;
      if (late) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      seen.late ||= late;
      seen.given ||= !late && event.type === 'click';
    };
    for (const kind of kinds) addEventListener(kind, guard, true);
    const end = () => {
      // Without a click so far, a late one may follow.
      if (seen.given || seen.late) {
        for (const kind of kinds) removeEventListener(kind, guard, true);
        delete window[name];
      }
      return seen;
    };
    Object.defineProperty(window, name, { value: end, configurable: true, enumerable: false });
    return { armed: true };
  },

  /** The result of the click; null if its page has gone. */
  clicked(name) {
    return Object.hasOwn(window, name) ? window[name]() : null;
  },
});
