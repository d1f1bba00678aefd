export default {
  "held.title": "Removals on hold",
  "held.why": "An import of {time} would have removed {held} of {live} live listings from Facebook. That is more than half, so LotView asks first.",
  "held.show": "Show the {count} listings",
  "held.remove": "Remove them from Facebook",
  "held.keep": "Keep them",
  "held.sure": "Remove {count} listings from Facebook? Buyers will no longer see them.",
  "held.sureDo": "Remove {count}",
  "held.removed": "{count} listings are being removed.",
  "held.kept": "{count} listings stay on Facebook.",
  "held.untitled": "Listing",
};
