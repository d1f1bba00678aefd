export default {
  "inApp.none": "No notices.",
  "inApp.noneHint": "What needs a person is said here. Choose what you want to hear in the settings.",
  "inApp.choose": "Choose notices",
  "inApp.readAll": "Mark all as read",
  "inApp.new": "new",
};
