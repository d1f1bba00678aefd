// Requests of the pages.
import { settings } from './dom.js';

export const hands = { clicks: 0, keys: 0, scripted: 0, publishClickedAt: null };
for (const [type, count] of [['click', 'clicks'], ['keydown', 'keys']]) {
  addEventListener(type, (event) => hands[event.isTrusted ? count : 'scripted']++, true);
}

export class Refused extends Error {
  /**
   * @param title of the dialog that tells the visitor; null where the site has no words for it
   * @param silent whether the page shows nothing
   */
  constructor(message, title = null, silent = false) {
    super(message);
    this.title = title;
    this.silent = silent;
  }
}

/** Leaves for another page; nothing after it happens any more. */
function leaveFor(address) {
  location.assign(address);
  return new Promise(() => {});
}

/** A name for one press of a button, the same however often its request is sent. */
export const newMutation = () => crypto.randomUUID?.() ?? `${Date.now()}.${Math.random()}`;

/** The request of a decisive click, with what was seen of the visitor's hands. */
export const decisive = (name, input) =>
  graphql(name, {
    input: {
      actor_id: settings.account.id,
      client_mutation_id: newMutation(),
      interaction: { ...hands, publishClickedAt: new Date().toISOString() },
      ...input,
    },
  });

/** One operation of the GraphQL door; throws Refused for anything but a clean answer. */
export async function graphql(name, variables) {
  const body = new URLSearchParams({
    av: settings.account?.id ?? '0',
    fb_api_caller_class: 'RelayModern',
    fb_api_req_friendly_name: name,
    variables: JSON.stringify(variables),
    server_timestamps: 'true',
  });
  let answer;
  try {
    const response = await fetch('/api/graphql/', { method: 'POST', body });
    if (response.status === 401) return leaveFor('/login/');
    if (!response.ok) throw new Refused(`status ${response.status}`);
    answer = await response.json();
  } catch (error) {
    throw new Refused(String(error));
  }
  if (answer.redirect) return leaveFor(answer.redirect);
  const [error] = answer.errors ?? [];
  if (error) throw new Refused(error.message, error.summary, Boolean(answer.silent));
  return answer.data;
}

export async function upload(file) {
  const body = new FormData();
  body.append('farr', file, file.name);
  const response = await fetch('/ajax/react_composer/attachments/photo/upload', { method: 'POST', body });
  if (response.status === 401) return leaveFor('/login/');
  if (!response.ok) throw new Refused(`status ${response.status}`);
  const answer = await response.json();
  if (answer.redirect) return leaveFor(answer.redirect);
  return answer.payload;
}

/** Tells the site every second that the form is open, until stopped or the page goes away. */
export function presence(form) {
  const address = `/ajax/presence?form=${encodeURIComponent(form)}`;
  const timer = setInterval(() => fetch(address, { method: 'POST' }).catch(() => {}), 1000);
  const stop = () => {
    clearInterval(timer);
    navigator.sendBeacon(address + '&end=1');
  };
  addEventListener('pagehide', stop, { once: true });
  return stop;
}
