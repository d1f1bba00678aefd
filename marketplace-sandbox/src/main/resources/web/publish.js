// Step 2: groups, Publish, and what follows the click.
import { h, css, settings, labels, button, dialog, layer, wait, loading } from './dom.js';
import { graphql, hands } from './net.js';

function request(state, groups) {
  const { cleanTitle, ...values } = state.values;
  return {
    input: {
      actor_id: settings.account.id,
      client_mutation_id: crypto.randomUUID?.() ?? `${Date.now()}.${Math.random()}`,
      form_session: settings.formSession,
      vehicle: { ...values, cleanTitle: String(Boolean(cleanTitle)), location: state.location },
      // Only what is stored by now goes along; a picture still on its way is left behind.
      photo_ids: state.photos.map((photo) => photo.id).filter(Boolean),
      groups,
      interaction: { ...hands },
    },
  };
}

/** @param published called with the view to show when the listing is up */
export function audience({ state, back, published }) {
  const boxes = settings.account.groups.map((name) => ({ name, box: h('input', { type: 'checkbox', 'aria-label': name, class: css('check') }) }));
  const publish = button(labels.publish, press);

  async function press() {
    publish.enable(false);
    hands.publishClickedAt = new Date().toISOString();
    const busy = layer(h('div', { class: css('shade') }, h('div', { class: css('dialog') }, h('span', {}, 'Publishing your listing'), loading())));
    try {
      const { pre_publish: pre } = await graphql('MarketplaceComposerPrePublishQuery', {});
      if (pre.wait_ms) await new Promise((done) => setTimeout(done, pre.wait_ms));
      const ticked = boxes.filter(({ box }) => box.checked).map(({ name }) => name);
      await graphql('useCometMarketplaceListingCreateMutation', request(state, ticked));
      await wait(1500, 4000);
      busy.remove();
      published('selling');
    } catch {
      busy.remove();
      dialog('Something went wrong', h('p', {}, 'There was a problem with this request. Please try again.'));
      publish.enable(true);
    }
  }

  return [
    h('h1', { tabindex: '-1' }, labels.listMore),
    h('h2', {}, 'List publicly'),
    h('div', { class: css('row') }, h('span', {}, 'Marketplace'),
      h('div', { class: css('hint') }, 'Marketplace items are public and can be seen by anyone on or off Facebook.')),
    h('h2', {}, 'List in your groups'),
    h('div', { class: css('hint') }, 'You can list in up to 20 groups.'),
    h('div', {}, boxes.map(({ name, box }) => h('div', { class: css('row') }, h('label', { class: css('checkRow') }, box, h('span', {}, name))))),
    h('div', { class: css('foot') },
      h('div', { role: 'img', 'aria-label': 'Progress, currently on step 2 of 2' }),
      h('div', { class: css('headRow') }, button(labels.previous, back, 'quiet'), publish)),
  ];
}
