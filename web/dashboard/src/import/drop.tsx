import { useNavigate } from "@tanstack/react-router";
import { FileUp } from "lucide-react";
import { type DragEvent, useEffect, useState } from "react";
import { type Wish, sendFile } from "../api/imports.ts";
import { useText } from "../text/text.tsx";
import { Failure } from "../ui/parts.tsx";
import { keepChosen } from "./chosen.ts";
import { importWords } from "./words.ts";

/** Takes a file and shows at once what it would do. */
export function Drop({ mayArchive }: { mayArchive: boolean }) {
  const { t } = useText(importWords);
  const go = useNavigate();
  const [whole, setWhole] = useState(false);
  const [relist, setRelist] = useState(false);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<string>();
  const [error, setError] = useState<unknown>();

  // A file that misses the box must not replace the page.
  useEffect(() => {
    const stay = (event: globalThis.DragEvent) => event.preventDefault();
    window.addEventListener("dragover", stay);
    window.addEventListener("drop", stay);
    return () => {
      window.removeEventListener("dragover", stay);
      window.removeEventListener("drop", stay);
    };
  }, []);

  async function take(file: File | undefined) {
    if (file === undefined || sending !== undefined) {
      return;
    }
    const wish: Wish = { missing: whole ? "archive" : "keep", sold: relist ? "relist" : "keep" };
    setSending(file.name);
    setError(undefined);
    try {
      const begun = await sendFile(file, wish, true);
      keepChosen(begun.importId, { file, wish });
      await go({ to: "/import/$id", params: { id: begun.importId } });
    } catch (problem) {
      setError(problem);
      setSending(undefined);
    }
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  }

  return (
    <section aria-label={t("import.title")}>
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={`rounded border-2 border-dashed bg-panel px-4 py-8 text-center ${over ? "border-accent" : "border-line"}`}
      >
        <FileUp size={28} aria-hidden className="mx-auto mb-2 text-soft" />
        <p className="font-semibold">{t("import.drop")}</p>
        <p className="mx-auto mt-1 mb-3 max-w-prose text-soft">{t("import.dropHint")}</p>
        {sending === undefined ? (
          <label className="inline-flex min-h-8 cursor-pointer items-center rounded bg-accent px-3 py-1 font-medium text-on-accent focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent">
            {t("import.choose")}
            <input
              type="file"
              className="sr-only"
              onChange={(event) => {
                void take(event.target.files?.[0]);
                // The same file may be chosen again after it was mended.
                event.target.value = "";
              }}
            />
          </label>
        ) : (
          <p role="status">{t("import.sending", { name: sending })}</p>
        )}
      </div>
      <div className="mt-2 space-y-1">
        {mayArchive && <Tick label={t("import.whole")} on={whole} change={setWhole} />}
        <Tick label={t("import.relist")} on={relist} change={setRelist} />
      </div>
      {error !== undefined && (
        <div className="mt-2">
          <Failure error={error} />
        </div>
      )}
    </section>
  );
}

export function Tick({ label, on, change }: { label: string; on: boolean; change: (on: boolean) => void }) {
  return (
    <label className="flex min-h-6 items-center gap-2">
      <input type="checkbox" checked={on} onChange={(event) => change(event.target.checked)} />
      {label}
    </label>
  );
}
