import { useEffect, useMemo, useState } from "preact/hooks";
import type { Api } from "../session/api.ts";
import { type Progress, barrier, connect, follow } from "./connect.ts";
import { portsOf } from "./ports.ts";
import { marketplace } from "./site.ts";
import { type ConnectKey, type ConnectWords, connectWords, said } from "./words.ts";

const KEY = "connecting";

/** Connects the account that is signed in at the marketplace in this browser. */
export function Connect({ api, server }: { api: Api; server: string }) {
  const [site, setSite] = useState<string>();
  const [words, setWords] = useState<ConnectWords>();
  useEffect(() => {
    void marketplace().then(setSite);
    void connectWords(navigator.language).then(setWords);
  }, []);
  return site === undefined || words === undefined ? null : <Panel api={api} server={server} site={site} words={words} />;
}

interface Known {
  api: Api;
  server: string;
  site: string;
  words: ConnectWords;
}

function Panel({ api, server, site, words }: Known) {
  const ports = useMemo(() => portsOf(api, site), [api, site]);
  const [label, setLabel] = useState("Facebook");
  const [progress, tell] = useProgress(ports);
  const t = (key: ConnectKey) => said(words, key, { site: new URL(site).host, server: new URL(server).host });
  const stopped = progress.step === "stopped";
  const ready = progress.step === "idle" || (stopped && progress.why !== "forbidden");
  return (
    <section aria-labelledby="connect-title">
      <h2 id="connect-title">{t("connect.title")}</h2>
      {ready && (
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
          <button type="submit">{t(stopped ? "connect.again" : "connect.do")}</button>
        </form>
      )}
      <p role="status">
        {progress.step !== "idle" && t(progress.step === "stopped" ? `connect.${progress.why}` : `connect.${progress.step}`)}
        {progress.step === "stopped" && progress.reason !== undefined && <span> {progress.reason}</span>}
      </p>
    </section>
  );
}

/** The progress; a check that ran when the panel was closed is followed when it is opened again. */
function useProgress(ports: ReturnType<typeof portsOf>): [Progress, (progress: Progress) => void] {
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
