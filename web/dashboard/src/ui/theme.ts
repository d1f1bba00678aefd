const KEPT = "lotview-theme";
const dark = window.matchMedia("(prefers-color-scheme: dark)");

/** Dark by the system, until a person chooses. */
export function showTheme(): void {
  const chosen = localStorage.getItem(KEPT);
  document.documentElement.dataset["theme"] = chosen ?? (dark.matches ? "dark" : "light");
}

export function changeTheme(): void {
  localStorage.setItem(KEPT, document.documentElement.dataset["theme"] === "dark" ? "light" : "dark");
  showTheme();
}

dark.addEventListener("change", showTheme);
