// Requests of the pages.
import { settings } from './dom.js';

export const hands = { clicks: 0, keys: 0, scripted: 0, publishClickedAt: null };
for (const [type, count] of [['click', 'clicks'], ['keydown', 'keys']]) {
  addEventListener(type, (event) => hands[event.isTrusted ? count : 'scripted']++, true);
}

export class Refused extends Error {}

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
    if (response.status === 401) location.assign('/login/');
    if (!response.ok) throw new Refused(`status ${response.status}`);
    answer = await response.json();
  } catch (error) {
    throw new Refused(String(error));
  }
  if (answer.errors) throw new Refused(answer.errors[0].message);
  return answer.data;
}

export async function upload(file) {
  const body = new FormData();
  body.append('farr', file, file.name);
  const response = await fetch('/ajax/react_composer/attachments/photo/upload', { method: 'POST', body });
  if (!response.ok) throw new Refused(`status ${response.status}`);
  return (await response.json()).payload;
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
