const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
const LETTERS: Record<string, string> = {
  t: "/",
  i: "/inventory",
  p: "/postings",
  a: "/accounts",
  s: "/schedule",
  m: "/import",
  n: "/numbers",
  u: "/users",
};
const G_TIME = 1_500;

export interface Doing {
  palette: () => void;
  help: () => void;
  /** Goes to the page of that path, if the person has it. */
  page: (path: string) => void;
}

/** Hears the keys that work on every page. Returns how to stop. */
export function hearKeys(doing: Doing): () => void {
  let afterG = 0;
  const press = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      doing.palette();
      return;
    }
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    const busy = target.matches(FIELDS) || document.querySelector("[role=dialog], [role=alertdialog]") !== null;
    if (busy || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
      return;
    }
    if (event.timeStamp - afterG < G_TIME) {
      afterG = 0;
      const path = LETTERS[event.key];
      if (path !== undefined) {
        event.preventDefault();
        doing.page(path);
        return;
      }
    }
    switch (event.key) {
      case "g":
        afterG = event.timeStamp;
        break;
      case "?":
        event.preventDefault();
        doing.help();
        break;
      case "j":
        step(1);
        break;
      case "k":
        step(-1);
        break;
      case "x":
        tick(false);
        break;
      case "X":
        tick(true);
        break;
      default:
        shortcut(event);
    }
  };
  window.addEventListener("keydown", press);
  return () => window.removeEventListener("keydown", press);
}

const rowOfFocus = () => document.activeElement?.closest<HTMLElement>("[data-row]");

/** Ticks the row with the focus; `range`: with all rows since the last one that was ticked. */
function tick(range: boolean): void {
  const box = rowOfFocus()?.querySelector<HTMLElement>("input[type=checkbox]");
  box?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, shiftKey: range }));
}

/** Puts the focus on the next row's link; from nowhere, on the first row that is on the screen. */
function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("main [data-row]")];
  const from = rowOfFocus();
  const next =
    from === undefined || from === null
      ? rows.find((row) => row.getBoundingClientRect().top >= 0)
      : rows[rows.indexOf(from) + by];
  const main = next?.matches("a") ? next : (next?.querySelector<HTMLElement>("a") ?? next?.querySelector<HTMLElement>("button"));
  main?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
}

/** What says of itself that a key presses it: in the row that has the focus, else on the page. */
function shortcut(event: KeyboardEvent): void {
  if (!/^[a-z]$/.test(event.key)) {
    return;
  }
  const named = `[aria-keyshortcuts="${event.key}"]:not(:disabled)`;
  const found = (rowOfFocus() ?? document.querySelector("main"))?.querySelector<HTMLElement>(named);
  if (found) {
    event.preventDefault();
    found.click();
  }
}
