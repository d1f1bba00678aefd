import { useState } from "react";
import { type Schemas, api, body } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import { useRole } from "../session/role.ts";
import { useText } from "../text/text.tsx";
import { Button, Failure } from "../ui/parts.tsx";
import { useSay } from "../ui/toast.tsx";
import { FormCheck } from "./form-check.tsx";
import { Rename } from "./rename.tsx";
import { SessionCheck } from "./session-check.tsx";
import { Sharing } from "./sharing.tsx";
import { Watch } from "./watch.tsx";
import { accountsWords } from "./words.ts";

type Account = Schemas["FbAccountResponse"];
type Shown = Account | Schemas["AccountToChoose"];
type Part = "session" | "form" | "watch" | "users" | "label" | "disconnect";

/** One account; a manager opens what is to be done with it in its place. */
export function AccountLine({
  account,
  open,
}: {
  account: Shown;
  open: (view: Schemas["LiveViewOpened"]) => void;
}) {
  const { t, time, number } = useText(accountsWords);
  const { manager, general } = useRole();
  const [part, setPart] = useState<Part>();
  const [error, setError] = useState<unknown>();
  const whole: Partial<Account> = account;
  const connected = account.state !== "DISCONNECTED";

  const toggle = (one: Part) => ({
    "aria-expanded": part === one,
    onClick: () => {
      setError(undefined);
      setPart(part === one ? undefined : one);
    },
  });

  async function signIn() {
    setError(undefined);
    try {
      open(await body(api.POST("/v1/fb-accounts/{id}/live-view", { params: { path: { id: account.id } } })));
    } catch (problem) {
      setError(problem);
    }
  }

  return (
    <li data-row className="rounded border border-line bg-panel p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong className="mr-auto">{account.label}</strong>
        {whole.waitingJobs !== undefined && whole.waitingJobs > 0 && (
          <span className="text-soft">{t("accounts.waiting", { count: number(whole.waitingJobs) })}</span>
        )}
        {whole.lastCheckedAt && (
          <span className="text-soft">{t("accounts.lastChecked", { time: time(whole.lastCheckedAt) })}</span>
        )}
        <span className={account.state === "VALID" ? "text-good" : "text-warn"}>
          {whole.restingUntil ? t("accounts.resting", { time: time(whole.restingUntil) }) : t(`account.${account.state}`)}
        </span>
      </div>
      {manager && (
        <div className="mt-2 flex flex-wrap gap-2">
          {general && (account.state === "NEEDS_LOGIN" || !connected) && (
            <Button kind="main" onClick={() => void signIn()}>
              {t("accounts.signIn")}
            </Button>
          )}
          {connected && (
            <>
              <Button {...toggle("session")}>{t("accounts.check")}</Button>
              <Button {...toggle("form")}>{t("accounts.formCheck")}</Button>
            </>
          )}
          <Button {...toggle("watch")}>{t("accounts.watch")}</Button>
          <Button {...toggle("users")}>{t("accounts.sharing")}</Button>
          {general && (
            <>
              <Button {...toggle("label")}>{t("accounts.rename")}</Button>
              {connected && account.state !== "NEEDS_LOGIN" && (
                <Button onClick={() => void signIn()}>{t("accounts.signIn")}</Button>
              )}
              {connected && (
                <Button kind="danger" {...toggle("disconnect")}>
                  {t("accounts.disconnect")}
                </Button>
              )}
            </>
          )}
        </div>
      )}
      {error !== undefined && <Failure error={error} />}
      {part !== undefined && (
        <div className="mt-3 border-t border-line pt-3">
          {part === "session" && <SessionCheck id={account.id} />}
          {part === "form" && <FormCheck id={account.id} />}
          {part === "watch" && <Watch id={account.id} />}
          {part === "users" && <Sharing id={account.id} close={() => setPart(undefined)} />}
          {part === "label" && <Rename id={account.id} label={account.label} close={() => setPart(undefined)} />}
          {part === "disconnect" && <Disconnect id={account.id} close={() => setPart(undefined)} />}
        </div>
      )}
    </li>
  );
}

function Disconnect({ id, close }: { id: string; close: () => void }) {
  const { t } = useText(accountsWords);
  const say = useSay();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function disconnect() {
    setBusy(true);
    setError(undefined);
    try {
      const gone = await body(api.DELETE("/v1/fb-accounts/{id}", { params: { path: { id } } }));
      say(t("accounts.disconnected", { count: gone.liveListings }));
      close();
      await queries.invalidateQueries({ queryKey: ["accounts"] });
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }

  return (
    <div role="alertdialog" aria-label={t("accounts.disconnect")}>
      <p className="mb-2">{t("accounts.disconnectSure")}</p>
      {error !== undefined && <Failure error={error} />}
      <div className="flex gap-2">
        <Button kind="danger" autoFocus disabled={busy} onClick={() => void disconnect()}>
          {t("accounts.disconnectDo")}
        </Button>
        <Button onClick={close}>{t("ask.close")}</Button>
      </div>
    </div>
  );
}
