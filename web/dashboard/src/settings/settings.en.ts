export default {
  "settings.title": "Settings",
  "settings.me": "My account",
  "settings.notices": "Notices",
  "settings.dealership": "Dealership",
  "settings.texts": "Listing texts",
  "settings.feedsOut": "Meta and Google feeds",
  "settings.keys": "API keys",
  "settings.webhooks": "Web hooks",
  "settings.audit": "Audit",
  "ticks.all": "Select all",
  "ticks.none": "Select none",
};
