'use strict';
// Shows a browser of LotView and hands it what is typed and clicked. Keeps nothing.

const $ = (id) => document.getElementById(id);
const screen = $('screen');
const keys = $('keys');
const pen = screen.getContext('2d', { alpha: false });

// A character that is always in the field, so that deleting it can be noticed on a phone.
const MARK = '\u200b';
const LOOK_AGAIN = 2000;
const MODIFIER_KEYS = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'];

const ticket = location.hash.slice(1);
// The ticket opens one view once; it has no business in the address or the history.
history.replaceState(null, '', location.pathname);

let socket = null;
let page = { width: 1, height: 1 };
let over = false;
let drawing = Promise.resolve();
let frames = 0;
let bytes = 0;

function say(text, bad = false) {
  $('status').textContent = text;
  $('status').classList.toggle('bad', bad);
}

function end(text, bad, state) {
  over = true;
  say(text, bad);
  $('stage').hidden = true;
  $('tools').hidden = true;
  keys.value = '';
  document.body.dataset.state = state;
}

const AGAIN = ' Open the view again from LotView.';

async function look() {
  if (!ticket) {
    end('This page was opened without a fresh link.' + AGAIN, true, 'FAILED');
    return;
  }
  let answer;
  try {
    const response = await fetch('/v1/live/look', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ ticket }),
      credentials: 'omit', cache: 'no-store',
    });
    if (response.status === 401) {
      end('This link is no longer good.' + AGAIN, true, 'FAILED');
      return;
    }
    if (!response.ok) throw new Error(String(response.status));
    answer = await response.json();
  } catch {
    say('LotView does not answer; trying again...', true);
    setTimeout(look, LOOK_AGAIN * 3);
    return;
  }
  $('label').textContent = answer.label ? `(${answer.label})` : '';
  if (answer.state === 'OPEN') connect();
  else if (answer.state === 'WAITING') {
    say('Waiting for a free browser...');
    setTimeout(look, LOOK_AGAIN);
  } else end(`${answer.reason ?? 'This sign-in is over'}.${AGAIN}`, true, answer.state);
}

function connect() {
  say('Opening the browser...');
  socket = new WebSocket(
    `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/v1/live/socket?ticket=${encodeURIComponent(ticket)}`);
  socket.binaryType = 'arraybuffer';
  socket.onmessage = (event) => (typeof event.data === 'string' ? told(JSON.parse(event.data)) : draw(event.data));
  socket.onclose = () => { if (!over) end('The connection was lost.' + AGAIN, true, 'LOST'); };
}

function send(message) {
  if (!over && socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
}

function told(message) {
  if (message.type === 'ready') {
    $('site').textContent = message.site;
    $('stage').hidden = false;
    $('tools').hidden = false;
    say('The browser is open: sign in below.');
    keys.value = MARK;
    keys.focus({ preventScroll: true });
    document.body.dataset.state = 'READY';
  } else if (message.type === 'notice') say(message.text);
  else if (message.type === 'ended') {
    if (message.state === 'SIGNED_IN') end(`Signed in. ${message.reason}; you can close this page.`, false, 'SIGNED_IN');
    else end(`${message.reason}.${AGAIN}`, true, message.state);
  }
}

function draw(data) {
  drawing = drawing.then(async () => {
    const size = new DataView(data);
    page = { width: size.getUint16(0) || 1, height: size.getUint16(2) || 1 };
    const picture = await createImageBitmap(new Blob([new Uint8Array(data, 4)], { type: 'image/jpeg' }));
    if (screen.width !== picture.width || screen.height !== picture.height) {
      screen.width = picture.width;
      screen.height = picture.height;
    }
    pen.drawImage(picture, 0, 0);
    picture.close();
    frames += 1;
    bytes += data.byteLength;
    screen.dataset.bytes = String(bytes);
    screen.dataset.frames = String(frames);
  }).catch(() => {}).finally(() => send({ t: 'ack' }));
}

function modifiers(event) {
  const graph = event.getModifierState?.('AltGraph');
  return (event.altKey && !graph ? 1 : 0) | (event.ctrlKey && !graph ? 2 : 0) | (event.metaKey ? 4 : 0) | (event.shiftKey ? 8 : 0);
}

function place(event) {
  const box = screen.getBoundingClientRect();
  return {
    x: Math.round(((event.clientX - box.left) / box.width) * page.width * 10) / 10,
    y: Math.round(((event.clientY - box.top) / box.height) * page.height * 10) / 10,
  };
}

let moved = null;
function flushMove() {
  if (moved) send(moved);
  moved = null;
}
keys.addEventListener('mousemove', (event) => {
  // One per picture is enough.
  if (!moved) requestAnimationFrame(flushMove);
  moved = { t: 'move', ...place(event), held: event.buttons & 7, m: modifiers(event) };
});

keys.addEventListener('mousedown', (event) => {
  flushMove();
  keys.focus({ preventScroll: true });
  send({ t: 'down', ...place(event), b: event.button, n: event.detail || 1, held: event.buttons & 7, m: modifiers(event) });
  event.preventDefault();
});
addEventListener('mouseup', (event) => {
  if (event.target === keys) send({ t: 'up', ...place(event), b: event.button, n: event.detail || 1, held: event.buttons & 7, m: modifiers(event) });
});
keys.addEventListener('contextmenu', (event) => event.preventDefault());
keys.addEventListener('wheel', (event) => {
  const unit = event.deltaMode === 1 ? 40 : 1;
  send({ t: 'wheel', ...place(event), dx: event.deltaX * unit, dy: event.deltaY * unit, m: modifiers(event) });
  event.preventDefault();
}, { passive: false });

// Fingers: a tap is a click, a drag scrolls.
let finger = null;
keys.addEventListener('pointerdown', (event) => {
  if (event.pointerType === 'touch' && event.isPrimary) finger = { x: event.clientX, y: event.clientY, dragged: false };
});
keys.addEventListener('pointermove', (event) => {
  if (event.pointerType !== 'touch' || !finger || !event.isPrimary) return;
  const dx = finger.x - event.clientX;
  const dy = finger.y - event.clientY;
  if (!finger.dragged && Math.hypot(dx, dy) < 10) return;
  const scale = page.width / screen.getBoundingClientRect().width;
  send({ t: 'wheel', ...place(event), dx: dx * scale, dy: dy * scale, m: 0 });
  finger = { x: event.clientX, y: event.clientY, dragged: true };
});
keys.addEventListener('pointerup', () => { finger = null; });

// Keys go as keys; what has no key of its own (a phone, an accent, a paste) goes as text.
keys.addEventListener('keydown', (event) => {
  if (event.key === 'F6') {
    $('back').focus();
    event.preventDefault();
    return;
  }
  if (event.isComposing || ['Process', 'Unidentified', 'Dead'].includes(event.key)) return;
  const m = modifiers(event);
  if ((m & 6) && event.key.toLowerCase() === 'v') return;
  if (/^F\d+$/.test(event.key)) return;
  send({ t: 'key', d: true, key: event.key, code: event.code, m });
  if (!MODIFIER_KEYS.includes(event.key)) event.preventDefault();
});
keys.addEventListener('keyup', (event) => {
  if (event.isComposing || ['Process', 'Unidentified', 'Dead'].includes(event.key) || /^F\d+$/.test(event.key)) return;
  send({ t: 'key', d: false, key: event.key, code: event.code, m: modifiers(event) });
});

function typed() {
  const text = keys.value.replaceAll(MARK, '');
  if (text) send({ t: 'text', s: text });
  else if (!keys.value) {
    send({ t: 'key', d: true, key: 'Backspace', code: 'Backspace', m: 0 });
    send({ t: 'key', d: false, key: 'Backspace', code: 'Backspace', m: 0 });
  }
  keys.value = MARK;
}
keys.addEventListener('input', (event) => { if (!event.isComposing) typed(); });
keys.addEventListener('compositionend', typed);
keys.addEventListener('paste', (event) => {
  const text = event.clipboardData?.getData('text') ?? '';
  if (text) send({ t: 'text', s: text });
  event.preventDefault();
});

$('back').addEventListener('click', () => send({ t: 'back' }));
$('reload').addEventListener('click', () => send({ t: 'reload' }));
$('keyboard').addEventListener('click', () => keys.focus({ preventScroll: true }));
$('cancel').addEventListener('click', () => { send({ t: 'cancel' }); say('Closing the browser...'); });

look();
