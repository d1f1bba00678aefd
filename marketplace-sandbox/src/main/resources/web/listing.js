// What can be done with one listing of one's own: look, delete, mark as sold, edit.
import { h, css, button, choices, dialog, face, labels, layer, money, say, sorry } from './dom.js';
import { decisive } from './net.js';
import { ask } from './survey.js';
import { date, hard } from './words.js';

const offers = (way) => [way, 'both'].includes(choices['delete.way']);

async function attempt(request) {
  try {
    await request();
    return true;
  } catch (error) {
    sorry(error);
    return false;
  }
}

/** Marks the listing; the site may ask where it was sold. */
export async function mark(listing, sold, fresh) {
  const done = await attempt(() => decisive('MarketplaceListingSoldMutation', { listing_id: listing.id, sold }));
  if (!done) return;
  if (sold && choices['sold.question'] === 'asked') {
    await ask({
      title: say('markSold'), question: say('soldQuestion'), steps: [say('done')], skip: true,
      answers: [say('soldYes'), say('soldNo'), face('survey.decline')],
    });
  }
  await fresh();
}

/** Renews the listing; its card shows no renewal afterwards. */
export async function renewal(listing, fresh) {
  const done = await attempt(() => decisive('MarketplaceListingRenewMutation', { listing_id: listing.id }));
  if (done) await fresh();
}

/** The menu of a card. */
export function options(anchor, listing, fresh) {
  const holder = layer();
  const away = (event) => {
    if (!holder.contains(event.target)) close();
  };
  function close() {
    holder.remove();
    document.removeEventListener('mousedown', away, true);
  }
  const item = (label, act) => h('div', {
    role: 'menuitem', tabindex: '0', class: css('option'),
    onclick: () => {
      close();
      act();
    },
  }, h('span', {}, label));
  const menu = h('div', { role: 'menu', class: css('menu') },
    item(say('viewListing'), () => location.assign(`/marketplace/item/${listing.id}/`)),
    item(say('editListing'), () => location.assign(`/marketplace/edit/?listing_id=${listing.id}`)),
    item(listing.sold ? say('markAvailable') : say('markSold'), () => mark(listing, !listing.sold, fresh)),
    offers('menu') ? item(say('deleteListing'), () => confirmDelete(listing, fresh)) : null);
  holder.append(menu);
  const box = anchor.getBoundingClientRect();
  menu.style.cssText = `left:${box.left + scrollX}px;top:${box.bottom + scrollY}px`;
  document.addEventListener('mousedown', away, true);
}

/** Messages about the listing can be deleted too: a Delete that is not the listing's. */
function messages() {
  const row = h('div', { role: 'row', class: css('headRow') },
    h('div', { role: 'gridcell' }, h('span', {}, say('stillAvailable'))),
    h('div', { role: 'gridcell' }, button(say('delete'), () => row.remove(), 'quiet')));
  return h('div', { role: 'grid', 'aria-label': say('messages') }, row);
}

/** The dialog of one card. */
export function details(listing, fresh) {
  const shown = dialog(say('yourListing'),
    h('a', { href: `/marketplace/item/${listing.id}/` },
      listing.photo ? h('img', { src: listing.photo, alt: '', class: css('picture') }) : null, h('span', {}, hard(listing.title))),
    h('div', {}, h('span', {}, money(listing.price))),
    h('div', { class: css('hint') }, say('listedOn', date(listing.createdAt))),
    messages(),
    offers('dialog') ? button(say('delete'), () => confirmDelete(listing, () => {
      shown.close();
      return fresh();
    }), 'quiet') : null);
}

/** Asks whether to delete; afterwards the site often wants to know why. */
function confirmDelete(listing, after) {
  const remove = button(say('delete'), press);
  const shown = dialog(face('delete.title'),
    h('p', {}, say('deleteQuestion')),
    h('div', { class: css('headRow') }, button(say('cancel'), () => shown.close(), 'quiet'), remove));

  async function press() {
    remove.enable(false);
    const done = await attempt(() => decisive('MarketplaceListingDeleteMutation', { listing_id: listing.id }));
    shown.close();
    if (!done) return;
    const steps = { none: null, next: [labels.next], done: [say('done')], nextDone: [labels.next, say('done')] }[choices['delete.survey']];
    if (steps) {
      await ask({
        title: face('delete.title'), question: say('whyDelete'), steps,
        answers: [say('soldHere'), say('soldElsewhere'), say('notSold'), face('survey.decline')],
      });
    }
    await after();
  }
}
