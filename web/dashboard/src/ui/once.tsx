import { useId, useRef } from "react";
import { useText } from "../text/text.tsx";
import { Button } from "./parts.tsx";
import { useSay } from "./toast.tsx";

/** A secret that no later answer has: shown now, with a way to take it along. */
export function Once({ label, value }: { label: string; value: string }) {
  const { t } = useText();
  const say = useSay();
  const id = useId();
  const shown = useRef<HTMLTextAreaElement>(null);

  async function copy() {
    shown.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      say(t("once.copied"));
    } catch {
      // Without TLS there is no clipboard: it is selected, for Ctrl+C.
      say(t("once.selected"));
    }
  }

  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-soft">
        {label}
      </label>
      <textarea
        id={id}
        ref={shown}
        readOnly
        rows={Math.min(10, value.split("\n").length + 1)}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        className="block w-full rounded border border-line bg-page px-2 py-1 font-mono break-all"
      />
      <Button className="mt-2" onClick={() => void copy()}>
        {t("once.copy")}
      </Button>
    </div>
  );
}
