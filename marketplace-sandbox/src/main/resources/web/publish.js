// The last button of the form: step 2 with groups and Publish, and what follows the click.
import { h, choices, css, settings, labels, button, say, sorry, layer, wait, loading } from './dom.js';
import { graphql, decisive, hands, newMutation, Refused } from './net.js';

/** After a press the page covers itself only so late (ms): a second press before is a second listing. */
const SLOW = 250;

function input(state, press) {
  const { cleanTitle, ...values } = state.values;
  return {
    ...press,
    form_session: settings.formSession,
    vehicle: { ...values, cleanTitle: String(Boolean(cleanTitle)), location: state.location },
    // Only what is stored by now goes along; a picture still on its way is left behind.
    photo_ids: state.photos.map((photo) => photo.id).filter(Boolean),
  };
}

async function create(state, press, groups) {
  const told = { form_session: settings.formSession, client_mutation_id: press.client_mutation_id };
  const { pre_publish: pre } = await graphql('MarketplaceComposerPrePublishQuery', told);
  if (pre.wait_ms) await new Promise((done) => setTimeout(done, pre.wait_ms));
  const answer = await decisive('useCometMarketplaceListingCreateMutation', { ...input(state, press), groups });
  if (answer.dialog) {
    const { title, message, wait_ms: late } = answer.dialog;
    await new Promise((done) => setTimeout(done, late));
    throw new Refused(message, title);
  }
  return answer.marketplace_listing_create.listing.id;
}

/**
 * What one press of the last button does.
 *
 * @param listing the id of the listing that is edited; undefined for a new one
 * @param control the button; it is disabled while the page is covered
 * @param published called with where to land, and the new listing's id, when the site said yes
 */
export function sender({ state, listing, control, published }) {
  let cover = null;
  function hide() {
    control.enable(false);
    cover ??= layer(h('div', { class: css('shade') }, h('div', { class: css('dialog') },
      h('span', {}, say(listing ? 'updating' : 'publishing')), loading())));
  }
  function bare() {
    cover?.remove();
    cover = null;
  }
  return async (groups) => {
    const clickedAt = new Date().toISOString();
    const press = { client_mutation_id: newMutation(), interaction: { ...hands, publishClickedAt: clickedAt } };
    const late = setTimeout(hide, SLOW);
    try {
      let made = null;
      if (listing) await decisive('useCometMarketplaceListingEditMutation', { ...input(state, press), listing_id: listing });
      else made = await create(state, press, groups);
      await wait(1500, 4000);
      clearTimeout(late);
      bare();
      published(listing ? 'selling' : choices['publish.landing'], made);
    } catch (error) {
      clearTimeout(late);
      bare();
      if (!error.silent) sorry(error);
      control.enable(true);
    }
  };
}

/** @param saveDraft keeps the form's texts */
export async function audience({ state, listing, back, published, saveDraft }) {
  const boxes = settings.account.groups.map((name) => ({ name, box: h('input', { type: 'checkbox', 'aria-label': name, class: css('check') }) }));
  const { notice, lost_clicks: lost } = listing ? { notice: '', lost_clicks: 0 }
    : (await graphql('MarketplaceComposerAudienceQuery', {})).audience;
  let toLose = lost;
  const publish = button(listing ? labels.update : labels.publish, () => {
    if (toLose-- > 0) return;
    send(boxes.filter(({ box }) => box.checked).map(({ name }) => name));
  });
  const send = sender({ state, listing, control: publish, published });
  if (notice) {
    publish.enable(false);
    saveDraft();
  }
  return [
    h('h1', { tabindex: '-1' }, labels.listMore),
    h('h2', {}, say('listPublicly')),
    h('div', { class: css('row') }, h('span', {}, 'Marketplace'),
      h('div', { class: css('hint') }, say('publicHint'))),
    h('h2', {}, say('listInGroups')),
    h('div', { class: css('hint') }, say('groupsHint')),
    h('div', {}, boxes.map(({ name, box }) => h('div', { class: css('row') }, h('label', { class: css('checkRow') }, box, h('span', {}, name))))),
    h('div', { class: css('foot') },
      notice ? h('div', { role: 'alert', class: css('alert') }, h('span', {}, notice)) : null,
      h('div', { role: 'img', 'aria-label': say('progress', 2) }),
      h('div', { class: css('headRow') }, button(labels.previous, back, 'quiet'), publish)),
  ];
}
