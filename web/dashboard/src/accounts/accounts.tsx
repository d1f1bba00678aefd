import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type Schemas, api, body } from "../api/client.ts";
import { accounts, queries } from "../api/queries.ts";
import { useRole } from "../session/role.ts";
import { useText } from "../text/text.tsx";
import { Button, Empty, Failure, Field, Rows } from "../ui/parts.tsx";
import { AccountLine } from "./line.tsx";
import { LiveView } from "./live-view.tsx";
import { accountsWords } from "./words.ts";

type Opened = Schemas["LiveViewOpened"];

const LOOK_AGAIN = 3_000;

/** The Facebook accounts that a person may use, how each stands, and for managers what to do with it. */
export function Accounts() {
  const { t } = useText(accountsWords);
  const { general } = useRole();
  const list = useQuery({
    ...accounts(),
    // No event says that a check ended well.
    refetchInterval: (query) =>
      query.state.data?.data.some((account) => account.state === "CHECKING") === true ? LOOK_AGAIN : false,
  });
  const [connecting, setConnecting] = useState(false);
  const [opened, setOpened] = useState<Opened>();
  const none = list.data?.data.length === 0;
  return (
    <div>
      <header className="mb-3 flex flex-wrap items-center gap-3">
        <h1 className="mr-auto text-lg font-semibold">{t("accounts.title")}</h1>
        {general && !none && !connecting && opened === undefined && (
          <Button kind="main" onClick={() => setConnecting(true)}>
            {t("accounts.connect")}
          </Button>
        )}
      </header>
      {connecting && (
        <Connect
          close={() => setConnecting(false)}
          open={(view) => {
            setConnecting(false);
            setOpened(view);
          }}
        />
      )}
      {opened !== undefined && (
        <div className="mb-3">
          <LiveView key={opened.signInId} opened={opened} close={() => setOpened(undefined)} />
        </div>
      )}
      {list.isPending && <Rows count={3} />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {none && !connecting && opened === undefined && (
        <Empty title={t("accounts.empty")} {...(general ? {} : { hint: t("accounts.emptyHint") })}>
          {general && (
            <Button kind="main" onClick={() => setConnecting(true)}>
              {t("accounts.connect")}
            </Button>
          )}
        </Empty>
      )}
      <ul className="space-y-2">
        {list.data?.data.map((account) => (
          <AccountLine key={account.id} account={account} open={setOpened} />
        ))}
      </ul>
    </div>
  );
}

function Connect({ open, close }: { open: (view: Opened) => void; close: () => void }) {
  const { t } = useText(accountsWords);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function connect(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const label = String(new FormData(event.currentTarget).get("label")).trim();
    setBusy(true);
    setError(undefined);
    try {
      open((await body(api.POST("/v1/fb-accounts", { body: { label } }))) as Opened);
      void queries.invalidateQueries({ queryKey: ["accounts"] });
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void connect(event)} className="mb-3 max-w-md space-y-3 rounded border border-line bg-panel p-3">
      <Field label={t("accounts.label")} name="label" required maxLength={100} autoFocus />
      <p className="text-soft">{t("accounts.connectHint")}</p>
      {error !== undefined && <Failure error={error} />}
      <div className="flex gap-2">
        <Button type="submit" kind="main" disabled={busy}>
          {t("accounts.connectDo")}
        </Button>
        <Button onClick={close}>{t("ask.close")}</Button>
      </div>
    </form>
  );
}
