import type { ReactNode } from "react";
import { useText } from "../text/text.tsx";
import { Button } from "./parts.tsx";

/** Asks before what cannot be undone. */
export function Sure({
  question,
  answer,
  busy,
  act,
  close,
  children,
}: {
  question: string;
  answer: string;
  busy: boolean;
  act: () => void;
  close: () => void;
  children?: ReactNode;
}) {
  const { t } = useText();
  return (
    <div role="alertdialog" aria-label={question} className="mt-2 rounded border border-bad p-3">
      <p className="mb-2">{question}</p>
      {children}
      <div className="flex flex-wrap gap-2">
        <Button kind="danger" disabled={busy} autoFocus onClick={act}>
          {answer}
        </Button>
        <Button onClick={close}>{t("ask.leave")}</Button>
      </div>
    </div>
  );
}
