// The photo block: hidden inputs, thumbnails first blob: then stored, counter, remove buttons.
import { h, choices, css, button, labels, say, wait } from './dom.js';
import { upload } from './net.js';

const MOST = 20;
const NBSP = '\u00a0';

/** Uploads one picture and swaps its blob: thumbnail for the stored address. */
async function store(photo, changed, gone) {
  try {
    await wait(300, 900);
    const payload = await upload(photo.file);
    photo.id = payload.photoID;
    photo.src = new URL(payload.imageSrc, location.href).href;
  } catch {
    gone(say('photoTrouble'));
  }
  changed();
}

/**
 * @param state the form's state, with `photos`
 * @param changed called after every change
 * @param first called once, when the first file has come in
 */
export function photoBlock({ state, changed, first }) {
  async function take(files) {
    const wasEmpty = state.photos.length === 0 && !state.hadPhotos;
    const room = MOST - state.photos.length;
    if (files.length > room) state.photoError = say('photosFull');
    const fresh = files.slice(0, room).map((file) => ({ file, src: URL.createObjectURL(file), id: null }));
    state.photos.push(...fresh);
    state.hadPhotos ||= fresh.length > 0;
    changed();
    if (wasEmpty && fresh.length) first();
    for (const photo of fresh) {
      await store(photo, changed, (message) => {
        state.photos = state.photos.filter((other) => other !== photo);
        state.photoError = message;
      });
    }
  }

  const choose = (input) => {
    const files = [...input.files].filter((file) => file.type.startsWith('image/') || /\.hei[cf]$/i.test(file.name));
    input.value = '';
    take(files);
  };
  const pictures = h('input', {
    type: 'file', multiple: true, accept: 'image/*,image/heif,image/heic', class: css('hidden'),
    onchange: () => choose(pictures),
  });
  const video = h('input', {
    type: 'file', accept: 'video/*', class: css('hidden'),
    onchange: () => {
      state.videos = Math.min(1, video.files.length);
      video.value = '';
      changed();
    },
  });
  const irish = choices['form.photos'] === 'block';
  const tiles = h('div', { class: css('tiles') });
  const counter = h('div', { class: css('hint') });
  const trouble = h('div', { class: css('alert') });

  function tile(first, second, input, third) {
    return h('div', { role: 'button', tabindex: '0', class: css('tile'), onclick: () => input.click() },
      h('span', {}, first), h('span', { class: css('hint') }, second), third ? h('span', { class: css('hint') }, third) : null);
  }

  const addPictures = h('label', { class: css('tileLabel') }, pictures);
  const addVideo = h('label', { class: css('tileLabel') }, irish ? null : tile(labels.addVideo, labels.orDrag, video, labels.videoLimit), video);
  addPictures.addEventListener('click', (event) => { if (event.target !== pictures) event.preventDefault(); });
  addVideo.addEventListener('click', (event) => { if (event.target !== video) event.preventDefault(); });
  const thumbs = new Map();

  function thumb(photo) {
    if (!thumbs.has(photo)) {
      const image = h('img', { class: css('thumb'), alt: '' });
      const remove = button(labels.removePhoto, () => {
        state.photos = state.photos.filter((other) => other !== photo);
        changed();
      }, 'remove');
      thumbs.set(photo, { node: h('div', { class: css('tile') }, image, remove), image });
    }
    const { node, image } = thumbs.get(photo);
    if (image.getAttribute('src') !== photo.src) image.setAttribute('src', photo.src);
    return node;
  }

  function sync() {
    const some = state.photos.length > 0;
    addPictures.querySelector('[role=button]')?.remove();
    if (state.photos.length < MOST) {
      addPictures.prepend(tile(some ? labels.addPhoto : labels.addPhotos, some ? '' : labels.orDrag, pictures));
    }
    const wanted = [...state.photos.map(thumb), addPictures, addVideo];
    if (wanted.some((node, index) => tiles.children[index] !== node) || tiles.children.length !== wanted.length) {
      tiles.replaceChildren(...wanted);
    }
    counter.replaceChildren(
      h('span', {}, `${say('photosCount')}${NBSP}·${NBSP}`), h('span', {}, String(state.photos.length)), h('span', {}, `${NBSP}/${NBSP}${MOST}`),
      ...(irish
        ? [h('span', {}, ` - ${say('photosFull')}`)]
        : [h('span', {}, `${NBSP}${NBSP}${say('videosCount')}${NBSP}·${NBSP}`), h('span', {}, String(state.videos ?? 0)), h('span', {}, `${NBSP}/${NBSP}1`)]));
    trouble.textContent = state.photoError ?? '';
  }

  const phone = h('div', { class: css('phone') },
    h('span', {}, `${say('phone')} `, h('a', { href: '#', onclick: (event) => event.preventDefault() }, say('learnMore'))),
    button(say('tryIt'), () => {}, 'quiet'));
  const parts = irish ? [h('h2', {}, say('photoUpload')), tiles, counter, trouble] : [counter, tiles, trouble, phone];
  return { node: h('div', { class: css('row') }, parts), sync, invalid: () => {} };
}
