export default {
  "postings.title": "Postings",
  "postings.search": "Search postings",
  "postings.mine": "Mine",
  "postings.empty": "No posting yet.",
  "postings.emptyHint": "Choose vehicles in the inventory and post them.",
  "postings.nothing": "No posting matches.",
  "postings.waits": "Waits for {what}.",
  "waits.TIME": "its time",
  "waits.ACCOUNT": "a free place of the account",
  "waits.BROWSER": "a free browser",
  "waits.FLEET": "a worker; none is there at the moment",
  "postings.all": "All",
};
