// Makes the control for each field of the form, from the state and the variant's data.
import { choices, mutation, settings, variant, labels, texts, money } from './dom.js';
import { dropdown, textField, checkbox } from './widgets.js';
import { locationField } from './place.js';
import { makes, models, suggestField } from './suggest.js';

const years = () => {
  const list = [];
  for (let year = settings.newestYear; year >= variant.oldestYear; year--) list.push(String(year));
  return mutation.yearsUp ? list.reverse() : list;
};

// What the layout takes away from the fields of a type.
const laidOut = {
  makeList: () => choices['form.make'] === 'list',
  exteriorColor: () => choices['form.colors'] !== 'none',
  interiorColor: () => choices['form.colors'] === 'both',
  vin: () => choices['form.vin'] === 'shown',
};
const typeNamed = (name) => variant.types.find((type) => type.name === name);
const gated = (state, field) => (typeNamed(state.shape)?.fields.includes(field) ?? false) && (laidOut[field]?.() ?? true);

export const shown = (state, field) => variant.always.includes(field) || gated(state, field);

/** The fields that must still be made good before Next; Location has the account's town from the start. */
export const missing = (state) =>
  variant.required.filter((field) => field !== 'location' && shown(state, field)
    && (!state.values[field]?.trim() || (field === 'price' && !/\d/.test(state.values.price))));

function make(state, common, list) {
  if (gated(state, 'makeList')) return list([300, 1000]);
  return choices['form.make'] === 'typeahead'
    ? suggestField({ ...common, rowsFor: makes(variant.options.make), byNumber: false })
    : textField(common);
}

function model(common) {
  const way = choices['form.model'];
  return way === 'text' ? textField(common) : suggestField({ ...common, rowsFor: models, byNumber: way === 'autocomplete' });
}

/** @param actions `set(field, value)`, `changed()`, `left(field)` */
export function makeField(field, state, actions) {
  const extra = variant.extras.find((one) => one.name === field);
  const common = {
    label: extra?.label ?? labels[field],
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
      return make(state, common, list);
    case 'model':
      return model(common);
    case 'mileage':
      return textField({ ...common, set: (text) => actions.set(field, text.replace(/\D/g, '')) });
    case 'price':
      return textField({ ...common, set: (text) => actions.set(field, money(text)), attributes: { autocomplete: 'off' } });
    case 'description':
      return textField({ ...common, tag: 'textarea' });
    case 'cleanTitle':
      return checkbox({ label: labels.cleanTitle, hint: texts.cleanTitleHint, name: 'title_status', get: () => Boolean(state.values.cleanTitle), set: common.set });
    default:
      return variant.options[field] ? list() : textField(common);
  }
}
