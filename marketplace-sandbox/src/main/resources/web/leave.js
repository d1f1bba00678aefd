// Asks before the visitor leaves an unfinished form, in one of the site's ways.
import { h, choices, css, dialog, button, say } from './dom.js';

function askAboutThePage(go) {
  dialog(say('leaveTitle'), h('p', {}, say('leaveHint')), button(say('leavePage'), go));
}

function askAboutTheChanges(go) {
  const shown = dialog(say('unsaved'), h('p', {}, say('unsavedHint')),
    h('div', { class: css('headRow') }, button(say('discard'), go, 'quiet'), button(say('keepEditing'), () => shown.close())));
}

export function leaveGuard(isDirty) {
  if (choices['leave.way'] === 'beforeunload') {
    addEventListener('beforeunload', (event) => {
      if (isDirty()) event.preventDefault();
    });
    return;
  }
  const ask = choices['leave.way'] === 'unsaved' ? askAboutTheChanges : askAboutThePage;
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (!link || !isDirty() || link.getAttribute('href') === '#') return;
    event.preventDefault();
    ask(() => location.assign(link.href));
  }, true);
}
