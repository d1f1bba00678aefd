export default {
  "today.title": "Today",
  "today.needsYou": "Needs a person",
  "today.quiet": "Nothing needs you. ",
  "today.running": "Under way",
  "today.noneRunning": "No posting is under way.",
  "today.next": "Starts next",
  "today.noneNext": "Nothing is planned.",
  "today.live": "Live",
  "today.postSome": "Choose vehicles to post",
};
