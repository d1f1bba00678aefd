import { useEffect, useMemo, useState } from "preact/hooks";
import type { Place } from "../panel/place.ts";
import { language } from "../text/text.ts";
import { type Ports, type Progress, barrier, connect, follow } from "./connect.ts";
import { portsOf } from "./ports.ts";
import { marketplace } from "./site.ts";
import { type ConnectKey, type ConnectWords, connectWords, said } from "./words.ts";

const KEY = "connecting";

/** Connects the account that is signed in at the marketplace in this browser. */
export function Connect({ place }: { place: Place }) {
  const [site, setSite] = useState<string>();
  const [words, setWords] = useState<ConnectWords>();
  useEffect(() => {
    void marketplace().then(setSite);
    void connectWords(language).then(setWords);
  }, []);
  return site === undefined || words === undefined ? null : <Steps place={place} site={site} words={words} />;
}

function Steps({ place, site, words }: { place: Place; site: string; words: ConnectWords }) {
  const ports = useMemo(() => portsOf(place, site), [place, site]);
  const [label, setLabel] = useState("Facebook");
  const [progress, tell] = useProgress(ports);
  const t = (key: ConnectKey) => said(words, key, { site: new URL(site).host, server: new URL(place.server).host });
  const stopped = progress.step === "stopped";
  return (
    <section aria-labelledby="connect-title">
      <h2 id="connect-title">{t("connect.title")}</h2>
      {(progress.step === "idle" || (stopped && progress.why !== "forbidden")) && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void connect(ports, label.trim(), tell);
          }}
        >
          <p>{t("connect.what")}</p>
          <label>
            {t("connect.label")}
            <input value={label} maxLength={80} required onInput={(event) => setLabel(event.currentTarget.value)} />
          </label>
          <button type="submit" class="main">
            {t(stopped ? "connect.again" : "connect.do")}
          </button>
        </form>
      )}
      <p role="status">
        {stopped ? t(`connect.${progress.why}`) : progress.step !== "idle" && t(`connect.${progress.step}`)}
        {stopped && progress.reason !== undefined && <span class="soft"> {progress.reason}</span>}
      </p>
    </section>
  );
}

/** The progress; a check that ran when the panel was closed is followed when it is opened again. */
function useProgress(ports: Ports): [Progress, (progress: Progress) => void] {
  const [progress, setProgress] = useState<Progress>({ step: "idle" });
  const tell = (next: Progress) => {
    setProgress(next);
    void (next.step === "checking"
      ? chrome.storage.session.set({ [KEY]: next.accountId })
      : chrome.storage.session.remove(KEY));
  };
  useEffect(() => {
    void chrome.storage.session.get<Record<string, string>>(KEY).then(async ({ [KEY]: accountId }) => {
      if (accountId !== undefined) {
        await follow(ports, accountId, tell);
        return;
      }
      const against = await barrier(ports);
      if (against !== undefined) {
        setProgress(against);
      }
    });
  }, [ports]);
  return [progress, tell];
}
