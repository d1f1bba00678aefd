import { useSyncExternalStore } from "react";
import { api } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import { undoable } from "../ui/undo.tsx";

// Photos that are out of sight and deleted when nobody can undo it any more.
let removed: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

export function useRemovedPhotos(): ReadonlySet<string> {
  return useSyncExternalStore(listen, () => removed);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(photo: string, gone: boolean): void {
  const after = new Set(removed);
  gone ? after.add(photo) : after.delete(photo);
  removed = after;
  listeners.forEach((listener) => listener());
}

/** Removes a photo at once for the eye, and some seconds later for good. Returns how to undo it. */
export function removePhoto(vehicle: string, photo: string, failed: (error: unknown) => void): () => void {
  change(photo, true);
  const undo = undoable(() => void remove(vehicle, photo).catch(failed));
  return () => {
    undo();
    change(photo, false);
  };
}

async function remove(id: string, imageId: string): Promise<void> {
  try {
    await api.DELETE("/v1/vehicles/{id}/images/{imageId}", { params: { path: { id, imageId } } });
    await queries.invalidateQueries({ queryKey: ["vehicles"] });
  } finally {
    change(imageId, false);
  }
}
