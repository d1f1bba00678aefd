// The pages at the door: signing in, its second step, and the checks that hold an account up.
import { h, css, choices, say, settings } from './dom.js';

/** Forms of the door are real ones and come back to the address that showed them. */
function doorForm(title, ...children) {
  const form = h('form', { method: 'post', action: location.pathname + location.search, class: css('loginBox') },
    h('h1', {}, title), children);
  document.body.replaceChildren(h('div', { role: 'main' }, form));
  form.querySelector('input')?.focus();
  return form;
}

const box = (type, name, words) =>
  h('input', { type, name, id: name, placeholder: words, 'aria-label': words, autocomplete: 'off', class: css('loginInput') });
const alarm = (words) => (words ? h('div', { role: 'alert', class: css('alert') }, words) : null);

/** "Log in": a real button, or since 2025 sometimes a div. */
function loginButton() {
  if (choices['login.button'] === 'button') {
    return h('button', { type: 'submit', name: 'login', value: '1', class: css('loginButton') }, say('logIn'));
  }
  const send = (event) => event.target.closest('form').requestSubmit();
  return h('div', { role: 'button', tabindex: '0', 'aria-label': say('logIn'), class: css('loginButton', 'button'), onclick: send },
    h('span', {}, say('logIn')));
}

/** Without a real button the browser sends no form of two boxes on Enter. */
function sendOnEnter(form) {
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || form.querySelector('button')) return;
    event.preventDefault();
    form.requestSubmit();
  });
}

function login() {
  sendOnEnter(doorForm(say('loginTitle'), alarm(settings.wrong && say('wrongPassword')),
    box('text', 'email', say('email')), box('password', 'pass', say('password')), loginButton(),
    h('a', { href: '/recover/' }, say('forgotten'))));
}

function passwordAgain() {
  sendOnEnter(doorForm(settings.who, alarm(settings.wrong && say('wrongPassword')), h('p', {}, say('passwordAgain')),
    box('password', 'pass', say('password')), loginButton(), h('a', { href: '/login/' }, say('notYou'))));
}

function twoFactor() {
  doorForm(say('codeTitle'), h('p', {}, say('codeHint')), alarm(settings.wrong && say('wrongCode')),
    box('text', 'approvals_code', say('code')),
    h('button', { type: 'submit', id: 'checkpointSubmitButton', class: css('loginButton') }, say('continue')));
}

function remember() {
  const answer = (words, value) =>
    h('button', { type: 'submit', name: 'remember', value, 'aria-label': words, class: css('loginButton') }, words);
  doorForm(say('rememberTitle'), h('p', {}, say('rememberHint')), answer(say('rememberYes'), '1'), answer(say('rememberNo'), '0'));
}

function checkpoint() {
  const form = doorForm(say('securityCheck'), h('p', {}, say('securityHint')),
    h('div', { role: 'button', tabindex: '0', 'aria-label': say('continue'), class: css('button'), onclick: () => form.requestSubmit() },
      h('span', {}, say('continue'))));
}

const suspended = () => doorForm(say('suspended'), h('p', {}, say('suspendedHint')));

const captcha = () => doorForm(say('human'),
  h('iframe', { title: 'reCAPTCHA', src: '/recaptcha/api2/anchor', width: '304', height: '78' }));

export const views = { login, passwordAgain, twoFactor, remember, checkpoint, suspended, captcha };
