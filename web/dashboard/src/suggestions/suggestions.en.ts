export default {
  "suggestions.title": "Suggested vehicles",
  "suggestions.why": "Salespersons found these on a page, and they are not in the inventory.",
  "suggestions.page": "Where it was found",
  "suggestions.add": "Add to the inventory",
  "suggestions.decline": "Decline",
  "suggestions.added": "{name} is in the inventory.",
  "suggestions.declined": "{name}: declined.",
  "suggestions.open": "Open it",
};
