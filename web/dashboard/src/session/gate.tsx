import type { ReactNode } from "react";
import { ApiProblem } from "@lotview/shared/src/problem.ts";
import { useText } from "../text/text.tsx";
import { Failure } from "../ui/parts.tsx";
import { sessionWords } from "./words.ts";

/** The frame of the pages before the sign-in. */
export function Gate({ title, children }: { title: string; children: ReactNode }) {
  const { language, speak, t } = useText();
  return (
    <main className="mx-auto mt-[12vh] w-80 max-w-[calc(100vw-32px)] pb-8">
      <h1 className="mb-4 text-lg font-semibold">{title}</h1>
      {children}
      <button
        type="button"
        className="mt-6 min-h-6 text-soft underline"
        aria-label={`${t("nav.language")}: ${language === "en" ? "Español" : "English"}`}
        onClick={() => speak(language === "en" ? "es" : "en")}
      >
        {language === "en" ? "Español" : "English"}
      </button>
    </main>
  );
}

/** Says for how long the next try must wait, where it must. */
export function GateFailure({ error }: { error: unknown }) {
  const { t } = useText(sessionWords);
  return error instanceof ApiProblem && error.status === 429 && error.retryAfter !== undefined ? (
    <p role="alert" className="text-bad">
      {t("signIn.locked", { seconds: error.retryAfter })}
    </p>
  ) : (
    <Failure error={error} />
  );
}
