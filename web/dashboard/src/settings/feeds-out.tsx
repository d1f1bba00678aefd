import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type Schemas, api, body } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import { feedsOut } from "../api/settings.ts";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Once } from "../ui/once.tsx";
import { Button, Failure, Field, Panel, Rows } from "../ui/parts.tsx";
import { Sure } from "../ui/sure.tsx";
import { useSay } from "../ui/toast.tsx";
import { FeedReport } from "./feed-report.tsx";
import { feedsOutWords, settingsWords } from "./words.ts";

type State = Schemas["FeedOutFeedsOutAnswer"];
type Addresses = Schemas["FeedOutNewFeedsAnswer"];

/** The stock for Meta's catalog and Google's vehicle listings, at addresses that only they know. */
export function FeedsOut() {
  const { t } = useText(feedsOutWords, settingsWords);
  const state = useQuery(feedsOut());
  const [addresses, setAddresses] = useState<Addresses>();
  return (
    <div className="max-w-3xl space-y-4">
      <Panel title={t("settings.feedsOut")}>
        <p className="mb-3 text-soft">{t("feedsOut.hint")}</p>
        {state.isPending && <Rows count={3} />}
        {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
        {addresses !== undefined ? (
          <NewAddresses addresses={addresses} close={() => setAddresses(undefined)} />
        ) : (
          state.data !== undefined && <Feeds key={String(state.data.on)} state={state.data} show={setAddresses} />
        )}
      </Panel>
      {state.data?.on === true && <FeedReport />}
    </div>
  );
}

function Feeds({ state, show }: { state: State; show: (addresses: Addresses) => void }) {
  const { t, time } = useText(feedsOutWords);
  const say = useSay();
  const { act, busy, error } = useAct();
  const [sure, setSure] = useState<"anew" | "off">();
  const [typed, setTyped] = useState({ vehiclePage: state.vehiclePage ?? "", storeCode: state.storeCode ?? "" });
  const given = { vehiclePage: typed.vehiclePage.trim() || null, storeCode: typed.storeCode.trim() || null };
  const again = () => queries.invalidateQueries({ queryKey: ["feeds-out"] });

  const switchOn = () =>
    act(async () => {
      show(await body(api.POST("/v1/dealership/feeds-out", { body: given })));
      await again();
    });

  const change = () =>
    act(async () => {
      await api.PUT("/v1/dealership/feeds-out", { body: given });
      say(t("ask.saved"));
      await again();
    });

  const switchOff = () =>
    act(async () => {
      await api.DELETE("/v1/dealership/feeds-out");
      say(t("feedsOut.isOff"));
      await again();
    });

  function submit(event: FormEvent) {
    event.preventDefault();
    void (state.on ? change() : switchOn());
  }

  return (
    <>
      <p className="mb-2">
        <strong className={state.on ? "text-good" : ""}>{t(state.on ? "feedsOut.on" : "feedsOut.off")}</strong>{" "}
        {state.since !== null && t("feedsOut.since", { time: time(state.since) })}
      </p>
      <ul className="mb-3">
        {state.feeds.map((feed) => (
          <li key={feed.format}>
            {t(`feed.${feed.format}`)}:{" "}
            <span className="text-soft">
              {feed.lastFetchedAt === null ? t("feedsOut.notFetched") : t("feedsOut.fetched", { time: time(feed.lastFetchedAt) })}
            </span>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className="space-y-3">
        <div>
          <Field
            label={t("feedsOut.page")}
            placeholder="https://www.example.com/cars/{stockNumber}"
            value={typed.vehiclePage}
            maxLength={500}
            onChange={(event) => setTyped({ ...typed, vehiclePage: event.target.value })}
          />
          <p className="mt-1 text-xs text-soft">{t("feedsOut.pageHint")}</p>
        </div>
        <Field
          label={t("feedsOut.store")}
          value={typed.storeCode}
          maxLength={64}
          onChange={(event) => setTyped({ ...typed, storeCode: event.target.value })}
        />
        {error !== undefined && <Failure error={error} />}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" kind="main" disabled={busy}>
            {t(state.on ? "ask.save" : "feedsOut.switchOn")}
          </Button>
          {state.on && (
            <>
              <Button onClick={() => setSure("anew")}>{t("feedsOut.anew")}</Button>
              <Button kind="danger" onClick={() => setSure("off")}>
                {t("feedsOut.switchOff")}
              </Button>
            </>
          )}
        </div>
      </form>
      {sure !== undefined && (
        <Sure
          question={t(sure === "anew" ? "feedsOut.anewSure" : "feedsOut.offSure")}
          answer={t(sure === "anew" ? "feedsOut.anew" : "feedsOut.switchOff")}
          busy={busy}
          act={() => {
            setSure(undefined);
            void (sure === "anew" ? switchOn() : switchOff());
          }}
          close={() => setSure(undefined)}
        />
      )}
    </>
  );
}

function NewAddresses({ addresses, close }: { addresses: Addresses; close: () => void }) {
  const { t } = useText(feedsOutWords);
  return (
    <div className="space-y-3">
      <p role="status" className="font-medium">
        {t("feedsOut.once")}
      </p>
      <Once label={t("feed.META")} value={addresses.meta} />
      <Once label={t("feed.GOOGLE")} value={addresses.google} />
      <Button kind="main" onClick={close}>
        {t("once.kept")}
      </Button>
    </div>
  );
}
