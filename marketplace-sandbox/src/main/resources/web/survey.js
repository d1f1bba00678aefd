// Small questions after something was done. Their answers go nowhere.
import { h, css, button, dialog, say } from './dom.js';

function radios(answers, changed) {
  const rows = answers.map((answer) => {
    const dot = h('div', { class: css('dot') });
    const row = h('div', { role: 'radio', 'aria-checked': 'false', tabindex: '0', class: css('radio') }, dot, h('span', {}, answer));
    row.addEventListener('click', () => {
      for (const other of rows) mark(other, other.row === row);
      changed();
    });
    return { row, dot };
  });
  const mark = ({ row, dot }, on) => {
    row.setAttribute('aria-checked', String(on));
    dot.className = css('dot', ...(on ? ['dotOn'] : []));
  };
  return h('div', { role: 'radiogroup' }, rows.map(({ row }) => row));
}

/**
 * Asks and waits until the dialog is gone.
 *
 * @param steps the buttons to be pressed one after the other; the first wants an answer
 * @param skip true when there is a way round it
 */
export async function ask({ title, question, answers, steps, skip }) {
  const [first, second] = steps;
  const body = h('div', {});
  const shown = dialog(title, body);
  const over = () => shown.close();
  const go = button(first, second
    ? () => body.replaceChildren(h('p', {}, say('thanks')), button(second, over))
    : over);
  go.enable(false);
  body.append(h('p', {}, question), radios(answers, () => go.enable(true)),
    h('div', { class: css('headRow') }, skip ? button(say('skip'), over, 'quiet') : h('span', {}), go));
  await shown.gone;
}
