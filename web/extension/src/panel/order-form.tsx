import { useEffect, useState } from "preact/hooks";
import { type Order, place as order } from "../post/orders.ts";
import { type Schemas, type Vehicle, body } from "../session/api.ts";
import { named, t, time } from "../text/text.ts";
import { useAnswer } from "./answer.ts";
import { Button, Failure, Loading } from "./parts.tsx";
import type { Place } from "./place.ts";

type Account = Schemas["AccountToChoose"];

const LAST = "account";

/** Which account, and when; the account of the last time is chosen already. */
export function OrderForm({ place, vehicle, refusal }: { place: Place; vehicle: Vehicle; refusal: Order["problem"] }) {
  const accounts = useAnswer(() => usable(place), [place.api]);
  const [chosen, setChosen] = useState<string>();
  const [planned, setPlanned] = useState(false);
  const account = accounts.data?.find((one) => one.id === chosen) ?? accounts.data?.[0];
  const free = useAnswer(async () => (account === undefined ? undefined : await nextFree(place, account.id)), [account?.id]);
  useEffect(() => {
    void chrome.storage.local.get<Record<string, string>>(LAST).then((kept) => setChosen((now) => now ?? kept[LAST]));
  }, []);
  if (accounts.data === undefined) {
    return accounts.error === undefined ? <Loading /> : <Failure error={accounts.error} again={accounts.again} />;
  }
  if (account === undefined) {
    return <p>{t("post.noAccount")}</p>;
  }
  const later = planned && free.data !== undefined ? { scheduledFor: free.data } : {};
  const post = () => {
    void chrome.storage.local.set({ [LAST]: account.id });
    void order(place.me.id, { vehicleId: vehicle.id, fbAccountId: account.id, ...later });
  };
  return (
    <div>
      {accounts.data.length > 1 && <Accounts all={accounts.data} account={account} choose={setChosen} />}
      {free.data !== undefined && <When free={time(free.data, place.me.dealership.timezone)} planned={planned} plan={setPlanned} />}
      {refusal !== undefined && <Refusal problem={refusal} />}
      <Button main onClick={post}>
        {t("post.do")}
      </Button>
      <Preview place={place} vehicle={vehicle} />
    </div>
  );
}

async function usable(place: Place): Promise<Account[]> {
  const { data } = await body(place.api.GET("/v1/fb-accounts"));
  return (data as Account[]).filter((one) => one.state !== "DISCONNECTED");
}

/** Undefined if a place is free now. */
async function nextFree({ api }: Place, fbAccountId: string): Promise<string | undefined> {
  const { accounts } = await body(api.GET("/v1/calendar", { params: { query: { fbAccountId } } }));
  const next = accounts[0]?.nextFree;
  return typeof next === "string" && Date.parse(next) > Date.now() ? next : undefined;
}

function Accounts({ all, account, choose }: { all: Account[]; account: Account; choose: (id: string) => void }) {
  return (
    <label>
      {t("post.account")}
      <select name="account" value={account.id} onChange={(event) => choose(event.currentTarget.value)}>
        {all.map((one) => (
          <option key={one.id} value={one.id}>
            {one.label} ({t(`account.${one.state}`)})
          </option>
        ))}
      </select>
    </label>
  );
}

function When({ free, planned, plan }: { free: string; planned: boolean; plan: (planned: boolean) => void }) {
  return (
    <fieldset>
      <legend>{t("post.when")}</legend>
      <label class="choice">
        <input type="radio" name="when" checked={!planned} onChange={() => plan(false)} /> {t("post.now")}
      </label>
      <label class="choice">
        <input type="radio" name="when" checked={planned} onChange={() => plan(true)} /> {t("post.free", { time: free })}
      </label>
    </fieldset>
  );
}

function Refusal({ problem }: { problem: NonNullable<Order["problem"]> }) {
  return (
    <div role="alert" class="bad">
      <p>{problem.detail}</p>
      <ul>
        {problem.body?.errors?.map(({ field, reason }) => (
          <li key={field}>
            {named("field." + field, field)}: {reason}
          </li>
        ))}
      </ul>
      <p class="soft">{t("error.code", { code: problem.code })}</p>
    </div>
  );
}

/** The text that the listing would have now. */
function Preview({ place, vehicle }: { place: Place; vehicle: Vehicle }) {
  const [shown, setShown] = useState(false);
  const text = useAnswer(
    async () =>
      shown ? await body(place.api.POST("/v1/listings/generate", { body: { vehicleId: vehicle.id } as never })) : undefined,
    [shown, vehicle.version],
  );
  return (
    <details onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{t("post.preview")}</summary>
      {text.error !== undefined && <Failure error={text.error} again={text.again} />}
      {shown && text.data === undefined && text.error === undefined && <Loading />}
      <p>
        <strong>{text.data?.title}</strong>
      </p>
      <p class="text">{text.data?.description}</p>
    </details>
  );
}
