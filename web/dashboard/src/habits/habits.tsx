import { useRouter } from "@tanstack/react-router";
import { Suspense, lazy, useEffect, useState } from "react";
import type { TextKey } from "../text/text.tsx";
import { withWords } from "../text/words.ts";
import { hearKeys } from "./keys.ts";
import { habitsWords } from "./words.ts";

const Palette = lazy(withWords(async () => ({ default: (await import("./palette.tsx")).Palette }), habitsWords));
const Help = lazy(withWords(async () => ({ default: (await import("./help.tsx")).Help }), habitsWords));

export interface Page {
  to: string;
  key: TextKey;
}

/** What the keyboard does on every page. Its windows are loaded when they are first asked for. */
export function Habits({ pages }: { pages: readonly Page[] }) {
  const router = useRouter();
  const [shown, setShown] = useState<"palette" | "help">();
  useEffect(
    () =>
      hearKeys({
        palette: () => setShown((before) => (before === "palette" ? undefined : "palette")),
        help: () => setShown("help"),
        page: (path) => {
          if (pages.some((page) => page.to === path)) {
            void router.navigate({ to: path });
          }
        },
      }),
    [pages, router],
  );
  const close = () => setShown(undefined);
  return (
    <Suspense>
      {shown === "palette" && <Palette pages={pages} close={close} />}
      {shown === "help" && <Help close={close} />}
    </Suspense>
  );
}
