// Starts the view that the document names, and changes views without a page load.
import { h, css, settings, button, writeStyles } from './dom.js';
import { looks } from './looks.js';
import { mainPage } from './frame.js';

function home() {
  document.body.replaceChildren(...mainPage({},
    h('div', { role: 'feed' }, h('h1', {}, `Welcome, ${settings.account.name}`),
      h('p', {}, "What's on your mind?"), h('a', { href: '/marketplace/' }, 'Marketplace'))));
}

function login() {
  document.body.replaceChildren(h('form', { method: 'post', action: '/login/', class: css('loginBox') },
    h('h1', {}, 'Log in to Facebook'),
    settings.wrongPassword ? h('div', { role: 'alert', class: css('alert') }, "The password that you've entered is incorrect.") : null,
    h('input', { type: 'text', name: 'email', id: 'email', placeholder: 'Email address or phone number', class: css('loginInput') }),
    h('input', { type: 'password', name: 'pass', id: 'pass', placeholder: 'Password', class: css('loginInput') }),
    h('button', { type: 'submit', name: 'login', value: '1', class: css('loginButton') }, 'Log in'),
    h('a', { href: '/recover/' }, 'Forgotten password?')));
}

function checkpoint() {
  document.body.replaceChildren(h('div', { class: css('loginBox') }, h('h1', {}, 'Security Check'),
    h('p', {}, 'We noticed unusual activity on your account. Please confirm that this is you.'), button('Continue', () => {})));
}

function captcha() {
  document.body.replaceChildren(h('div', { class: css('loginBox') }, h('h1', {}, "Confirm that you're human to use your account"),
    h('iframe', { title: 'reCAPTCHA', src: '/recaptcha/api2/anchor', width: '304', height: '78' })));
}

function blocked() {
  document.body.replaceChildren(...mainPage({}, h('h1', {}, "You're Temporarily Blocked"),
    h('p', {}, "You can't use this feature right now. Your account is temporarily restricted.")));
}

function limit() {
  document.body.replaceChildren(...mainPage({}, h('h1', {}, 'Limit reached'),
    h('p', {}, "You've reached the limit of listings that you can create. Please try again later.")));
}

function picker() {
  const card = (label, words, to) => {
    const node = h('div', { role: 'button', tabindex: '0', class: css('card') }, h('div', {}, h('span', {}, label), h('div', { class: css('hint') }, words)));
    if (to) node.addEventListener('click', () => location.assign(to));
    return node;
  };
  document.body.replaceChildren(...mainPage({}, h('h1', {}, 'Choose listing type'), h('div', { class: css('cards') },
    card('Item for sale', 'Create a single listing for one or more items to sell.'),
    card('Vehicle for sale', 'Sell a car, truck or other type of vehicle.', '/marketplace/create/vehicle'),
    card('Home for sale or rent', 'List a house or apartment for sale or rent.'))));
}

function unavailable() {
  document.body.replaceChildren(...mainPage({}, h('h1', {}, "This listing isn't available anymore")));
}

const views = {
  home, login, checkpoint, captcha, blocked, limit, picker, unavailable,
  selling: async () => (await import('./selling.js')).selling(),
  item: async () => (await import('./item.js')).item(unavailable),
  vehicle: async () => (await import('./form.js')).vehicleForm(go),
};

function go(view) {
  history.pushState({}, '', '/marketplace/you/selling');
  views[view]();
}

writeStyles(looks);
views[settings.view]();
