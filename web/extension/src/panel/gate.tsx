import { useEffect, useState } from "preact/hooks";
import { originOf, useServer } from "../session/server.ts";
import { refresh } from "../session/token.ts";
import { t } from "../text/text.ts";
import { Button } from "./parts.tsx";

const ASK_AGAIN = 3_000;

/** Asks once for the address of LotView, where neither the build nor the administrator gave it. */
export function TypeServer({ then }: { then: () => void }) {
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  function use() {
    const origin = originOf(typed.includes("://") ? typed : "https://" + typed);
    setWrong(origin === undefined);
    // The browser asks only at once after the click.
    if (origin !== undefined) {
      void useServer(origin).then((granted) => granted && then());
    }
  }
  return (
    <section>
      <h1>{t("server.title")}</h1>
      <label>
        {t("server.hint")}
        <input name="server" type="url" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      </label>
      {wrong && (
        <p role="alert" class="bad">
          {t("server.wrong")}
        </p>
      )}
      <Button main onClick={use}>
        {t("server.use")}
      </Button>
    </section>
  );
}

/** The browser allows no address that the person has not: a policy gives the address, not the permission. */
export function AllowServer({ server, then }: { server: string; then: () => void }) {
  return (
    <section>
      <h1>{t("server.allowTitle")}</h1>
      <p>{t("server.allowHint", { server })}</p>
      <Button main onClick={() => void useServer(server).then((granted) => granted && then())}>
        {t("server.allow", { server })}
      </Button>
    </section>
  );
}

/** The dashboard signs in; its cookie is the extension's too. */
export function SignIn({ server, then }: { server: string; then: () => void }) {
  useEffect(() => {
    const timer = window.setInterval(() => {
      if (document.visibilityState === "visible") {
        void refresh(server, undefined).then(
          (signedIn) => signedIn && then(),
          () => undefined,
        );
      }
    }, ASK_AGAIN);
    return () => window.clearInterval(timer);
  }, [server]);
  return (
    <section>
      <h1>{t("signIn.title")}</h1>
      <p>{t("signIn.hint")}</p>
      <Button main onClick={() => void chrome.tabs.create({ url: server + "/app/" })}>
        {t("signIn.open")}
      </Button>
    </section>
  );
}
