// Makes the control for each field of the form, from the state and the variant's data.
import { settings, variant, labels, texts, money } from './dom.js';
import { dropdown, textField, checkbox } from './widgets.js';
import { locationField } from './place.js';

const years = () => {
  const list = [];
  for (let year = settings.newestYear; year >= variant.oldestYear; year--) list.push(String(year));
  return list;
};

export const typeNamed = (name) => variant.types.find((type) => type.name === name);
export const gated = (state, field) => typeNamed(state.shape)?.fields.includes(field) ?? false;

/** Fields that must be good before Next. */
export function required(state) {
  const always = ['vehicleType', 'year', 'make', 'model', 'price'];
  return gated(state, 'mileage') ? [...always, 'mileage'] : always;
}

export const missing = (state) =>
  required(state).filter((field) => !state.values[field]?.trim() || (field === 'price' && !/\d/.test(state.values.price)));

/** @param actions `set(field, value)`, `changed()`, `left(field)` */
export function makeField(field, state, actions) {
  const common = {
    label: labels[field],
    get: () => state.values[field] ?? '',
    set: (value) => actions.set(field, value),
    left: () => actions.left(field),
  };
  const list = (delay) => dropdown({ ...common, options: () => variant.options[field], delay });
  switch (field) {
    case 'vehicleType':
      return dropdown({ ...common, options: () => variant.types.map((type) => type.name) });
    case 'location':
      return locationField({ label: labels.location, state, changed: actions.changed });
    case 'year':
      return dropdown({ ...common, options: years, delay: [100, 2500] });
    case 'make':
      return gated(state, 'makeList') ? list([300, 1000]) : textField(common);
    case 'model':
      return textField(common);
    case 'mileage':
      return textField({ ...common, set: (text) => actions.set(field, text.replace(/\D/g, '')) });
    case 'price':
      return textField({ ...common, set: (text) => actions.set(field, money(text)), attributes: { autocomplete: 'off' } });
    case 'description':
      return textField({ ...common, tag: 'textarea' });
    case 'cleanTitle':
      return checkbox({ label: labels.cleanTitle, hint: texts.cleanTitleHint, name: 'title_status', get: () => Boolean(state.values.cleanTitle), set: common.set });
    default:
      return list();
  }
}
