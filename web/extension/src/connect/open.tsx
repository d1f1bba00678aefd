import type { ComponentType } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../panel/parts.tsx";
import type { Place } from "../panel/place.ts";
import { t } from "../text/text.ts";

/** The way to connect an account; its code comes when it is wanted. */
export function OpenConnect({ place }: { place: Place }) {
  const [Part, show] = useState<ComponentType<{ place: Place }>>();
  if (place.me.role !== "GM") {
    return null;
  }
  return Part === undefined ? (
    <Button onClick={() => void import("./connect.tsx").then(({ Connect }) => show(() => Connect))}>
      {t("connect.open")}
    </Button>
  ) : (
    <Part place={place} />
  );
}
