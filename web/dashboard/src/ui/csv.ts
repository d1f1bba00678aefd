type Cell = string | number | null | undefined;

/** A cell as it stands in the file; what a spreadsheet would run begins with an apostrophe. */
function written(cell: Cell): string {
  const text = String(cell ?? "");
  const safe = typeof cell === "string" && /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines as a file that spreadsheets open. */
export function saveCsv(name: string, lines: Cell[][]): void {
  // Without the mark, Excel takes the file for another alphabet.
  save(name, "\ufeff" + lines.map((line) => line.map(written).join(",") + "\r\n").join(""));
}

export function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
