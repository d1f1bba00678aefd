import { useRouter } from "@tanstack/react-router";
import { Suspense, lazy, useEffect, useState } from "react";
import type { TextKey } from "../text/en.ts";
import { hearKeys } from "./keys.ts";

const Palette = lazy(async () => ({ default: (await import("./palette.tsx")).Palette }));
const Help = lazy(async () => ({ default: (await import("./help.tsx")).Help }));

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
