import { useEffect, useState } from "preact/hooks";
import { recognise } from "../page/recognise.ts";
import type { Recognition } from "../page/seen.ts";
import type { Snapshot } from "../page/snapshot.ts";
import { type Press, lastPress, onPress } from "../session/pressed.ts";

/** What the page is about on which the button was pressed last; undefined until it is known. */
export function usePage(): Recognition | undefined {
  const [seen, setSeen] = useState<Recognition>();
  useEffect(() => {
    let end: (() => void) | undefined;
    const look = (press: Press) => void readPage(press.tabId).then(setSeen, () => setSeen({ kind: "none" }));
    void chrome.windows.getCurrent().then(async ({ id }) => {
      if (id !== undefined) {
        end = onPress(id, look);
        const press = await lastPress(id);
        if (press !== undefined) {
          look(press);
        }
      }
    });
    return () => end?.();
  }, []);
  return seen;
}

async function readPage(tabId: number): Promise<Recognition> {
  const [frame] = await chrome.scripting.executeScript({ target: { tabId }, files: ["read-page.js"] });
  return recognise(frame?.result as Snapshot);
}
