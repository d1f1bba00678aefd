import { useEffect, useRef, useState } from "react";
import { type Schemas, api, body } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import { useText } from "../text/text.tsx";
import { Button, Failure } from "../ui/parts.tsx";
import { LiveBrowser, type Told } from "./live-browser.ts";
import { listen } from "./live-input.ts";
import { accountsWords } from "./words.ts";

/** The browser in which an account's owner signs in, in its place on the page. */
export function LiveView({ opened, close }: { opened: Schemas["LiveViewOpened"]; close: () => void }) {
  const { t } = useText(accountsWords);
  const [view, setView] = useState(opened.liveView);
  const [told, setTold] = useState<Told>({ state: "WAITING" });
  const [error, setError] = useState<unknown>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  const browser = useRef<LiveBrowser>(undefined);
  const open = told.state === "OPEN";
  const over = !["WAITING", "OPENING", "OPEN"].includes(told.state);

  useEffect(() => {
    setTold({ state: "WAITING" });
    const made = new LiveBrowser(view, canvas.current!, (news) => {
      setTold((before) => ({ site: before.site, ...news }));
      if (news.state === "SIGNED_IN") {
        void queries.invalidateQueries({ queryKey: ["accounts"] });
      }
    });
    browser.current = made;
    const stop = listen(field.current!, made, () => back.current?.focus());
    return () => {
      stop();
      made.close();
    };
  }, [view]);

  useEffect(() => {
    if (open) {
      field.current?.focus({ preventScroll: true });
    }
  }, [open]);

  /** A ticket opens one view once; the sign-in itself may still be there. */
  async function again() {
    setError(undefined);
    try {
      const answer = await body(api.POST("/v1/fb-accounts/{id}/live-view", { params: { path: { id: opened.id } } }));
      setView(answer.liveView);
    } catch (problem) {
      setError(problem);
    }
  }

  async function giveUp() {
    browser.current?.close();
    await api
      .DELETE("/v1/fb-accounts/{id}/live-view", { params: { path: { id: opened.id } } })
      .catch(() => undefined);
    close();
  }

  return (
    <section aria-label={t("live.title", { label: opened.label })} className="rounded border border-accent bg-panel p-3">
      <h2 className="font-semibold">{t("live.title", { label: opened.label })}</h2>
      <p id="live-help" className="mt-1 max-w-prose text-soft">
        {t("live.help", { site: told.site ?? "Facebook" })}
      </p>
      <p
        role="status"
        className={`my-2 font-medium ${told.state === "SIGNED_IN" ? "text-good" : over ? "text-bad" : ""}`}
      >
        {t(`live.${told.state}`)} {told.reason}
      </p>
      {error !== undefined && <Failure error={error} />}
      <div role="toolbar" aria-label={t("live.tools")} className="mb-2 flex flex-wrap gap-2">
        {open && (
          <>
            <button
              ref={back}
              type="button"
              className="min-h-8 rounded border border-line px-3 font-medium hover:bg-hover"
              onClick={() => browser.current?.send({ t: "back" })}
            >
              {t("live.back")}
            </button>
            <Button onClick={() => browser.current?.send({ t: "reload" })}>{t("live.reload")}</Button>
            <Button onClick={() => field.current?.focus({ preventScroll: true })}>{t("live.keyboard")}</Button>
          </>
        )}
        {over && told.state !== "SIGNED_IN" && (
          <Button kind="main" onClick={() => void again()}>
            {t("live.again")}
          </Button>
        )}
        {over ? <Button onClick={close}>{t("ask.close")}</Button> : <Button onClick={() => void giveUp()}>{t("live.giveUp")}</Button>}
      </div>
      <div
        className={`relative max-w-5xl border border-line leading-none focus-within:outline-2 focus-within:outline-accent ${open ? "" : "hidden"}`}
      >
        <canvas ref={canvas} width={1} height={1} aria-hidden className="h-auto w-full bg-white" />
        <textarea
          ref={field}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          aria-label={t("live.field")}
          aria-describedby="live-help"
          className="absolute inset-0 size-full cursor-default touch-none resize-none overflow-hidden border-0 p-0 text-base opacity-0"
        />
      </div>
    </section>
  );
}
