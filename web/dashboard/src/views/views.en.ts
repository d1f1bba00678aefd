export default {
  "views.title": "Saved views",
  "views.save": "Save this view",
  "views.name": "Name of the view",
  "views.remove": "Remove the view {name}",
  "views.removed": "View {name} removed.",
};
