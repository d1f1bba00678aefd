// A click that must not come late. The one script that stays in the page: from just before the click until it was given.
Object.assign(tasks, {
  /** The page's clocks in milliseconds, and whether the node can be clicked now. */
  clocks(node) {
    const target = reach(node);
    return { reachable: reachable(target), running: performance.now(), wall: Date.now() };
  },

  /** Swallows every click after the end by either clock; the clock of the wall may be set, the other one starts anew with the page. */
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
      // As long as no click has come it may still come, and late.
      if (seen.given || seen.late) {
        for (const kind of kinds) removeEventListener(kind, guard, true);
        delete window[name];
      }
      return seen;
    };
    Object.defineProperty(window, name, { value: end, configurable: true, enumerable: false });
    return { armed: true };
  },

  /** What came of the click; null if the page it was in has gone. */
  clicked(name) {
    return Object.hasOwn(window, name) ? window[name]() : null;
  },
});
