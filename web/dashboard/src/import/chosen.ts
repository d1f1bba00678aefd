import type { Wish } from "../api/imports.ts";

/** The file of a preview, kept by this view of the page so that it can be sent once more. */
export interface Chosen {
  file: File;
  wish: Wish;
}

const byImport = new Map<string, Chosen>();

export const chosenFor = (importId: string) => byImport.get(importId);

/** One file at a time is kept: it may be large. */
export function keepChosen(importId: string, chosen: Chosen): void {
  byImport.clear();
  byImport.set(importId, chosen);
}
