// Asks before a link takes the visitor away from an unfinished form.
import { h, dialog, button } from './dom.js';

export function leaveGuard(isDirty) {
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (!link || !isDirty() || link.getAttribute('href') === '#') return;
    event.preventDefault();
    dialog('Leave Page?', h('p', {}, 'Are you sure you want to leave? Your changes will be lost if you leave the page.'),
      button('Leave Page', () => location.assign(link.href)));
  }, true);
}
