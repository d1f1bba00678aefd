// How "Your listings" writes titles and days.
import { variant } from './dom.js';

export const hard = (text) => text.replaceAll(' ', '\u00a0');

export function date(iso) {
  const day = new Date(iso);
  const parts = [day.getMonth() + 1, day.getDate()];
  return (variant.dateOrder === 'M/D' ? parts : parts.reverse()).join('/');
}
