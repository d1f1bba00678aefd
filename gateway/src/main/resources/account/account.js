'use strict';
// The page of a mailed link: an invitation, a registration, or a new password. Keeps nothing.

const $ = (id) => document.getElementById(id);
const PAGES = {
  invitation: {
    path: '/v1/auth/invitation',
    title: 'Welcome to LotView: choose a password',
    done: 'Welcome to LotView. Your password is saved, and you can sign in with it.',
    invalid: 'This link was used before, or is too old. Ask your general manager for a new invitation.',
  },
  registration: {
    path: '/v1/auth/registration/confirmation',
    title: 'Welcome to LotView: choose a password',
    done: 'Welcome to LotView. Your dealership is open, and you can sign in with your password.',
    invalid: 'This link was used before, or is too old. Register again.',
  },
  password: {
    path: '/v1/auth/password/reset',
    title: 'Choose a password',
    done: 'Your new password is saved. All other devices were signed out; you can sign in with it.',
    invalid: 'This link was used before, or is too old. Ask for a new one on the sign-in page.',
  },
};
const page = PAGES[location.pathname.split('/').pop()] || PAGES.password;
const token = location.hash.slice(1);
// The token works once; it has no business in the address or the history.
history.replaceState(null, '', location.pathname);

function say(text, bad = false) {
  $('status').textContent = text;
  $('status').classList.toggle('bad', bad);
}

function over(text) {
  $('form').hidden = true;
  say(text);
}

async function save(password) {
  const answer = await fetch(page.path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token, password }),
  });
  if (answer.ok) {
    over(page.done);
    return;
  }
  const problem = await answer.json();
  if (problem.code === 'LINK_INVALID') {
    over(page.invalid);
    return;
  }
  const field = (problem.errors || []).find((error) => error.field === 'password');
  say(field ? 'The password ' + field.reason + '.' : problem.detail, true);
}

$('show').addEventListener('change', () => {
  $('password').type = $('show').checked ? 'text' : 'password';
});

$('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = event.target.querySelector('button');
  button.disabled = true;
  say('One moment...');
  try {
    await save($('password').value);
  } catch {
    say('LotView cannot be reached. Check your connection, and try again.', true);
  } finally {
    button.disabled = false;
  }
});

$('title').textContent = page.title;
if (token) {
  $('password').focus();
} else {
  over('Open this page by the link in your mail.');
}
