// Questions that lay themselves over a page and swallow its clicks until they are answered.
import { h, css, choices, say, settings, button, dialog, wait } from './dom.js';

function saveLogin() {
  const shown = dialog(say('saveLogin'), h('p', {}, say('saveLoginHint')), h('div', { class: css('headRow') },
    button(say('notNow'), () => shown.close(), 'quiet'), button(say('saveIt'), () => shown.close())));
  const escape = (event) => { if (event.key === 'Escape') shown.close(); };
  document.addEventListener('keydown', escape, true);
  shown.gone.then(() => document.removeEventListener('keydown', escape, true));
}

function consent() {
  const decline = say(choices['consent.decline'] === 'essential' ? 'essentialOnly' : 'declineOptional');
  const shown = dialog(say('consent'), h('p', {}, say('consentHint')), h('div', { class: css('headRow') },
    button(decline, () => shown.close(), 'quiet'), button(say('allowAll'), () => shown.close())));
  shown.node.setAttribute('data-testid', 'user_cookie_prompt');
  // This one has no Close of its own.
  shown.node.querySelector('h2').nextElementSibling.remove();
}

const known = { saveLogin, consent };

export function covers() {
  for (const { name, millis } of settings.covers ?? []) {
    if (millis) setTimeout(known[name], millis);
    else wait(300, 1500).then(known[name]);
  }
}
