import { Toast } from "radix-ui";
import { useEffect, useState } from "react";
import { useText } from "../text/text.tsx";

/** How long a person can take something back. */
const UNDO_TIME = 10_000;

/** Does it after a while, also when another page is shown by then, unless it is undone. */
export function undoable(act: () => void): () => void {
  const timer = window.setTimeout(act, UNDO_TIME);
  return () => window.clearTimeout(timer);
}

/** The way back in a toast. It goes when there is none any more, however long the toast is shown. */
export function Undo({ undo }: { undo: () => void }) {
  const { t } = useText();
  const [open, setOpen] = useState(true);
  useEffect(() => undoable(() => setOpen(false)), []);
  return open ? (
    <Toast.Action altText={t("undo.do")} asChild>
      <button type="button" className="min-h-6 text-accent underline" onClick={undo}>
        {t("undo.do")}
      </button>
    </Toast.Action>
  ) : null;
}
