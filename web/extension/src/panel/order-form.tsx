import { useState } from "preact/hooks";
import { FillOption } from "../fill/fill-here.tsx";
import { type Order, place as order } from "../post/orders.ts";
import { type Vehicle, body } from "../session/api.ts";
import { named, t, time } from "../text/text.ts";
import { AccountChoice, remember, useAccounts } from "./accounts.tsx";
import { useAnswer } from "./answer.ts";
import { Button, Failure, Loading } from "./parts.tsx";
import type { Place } from "./place.ts";

/** Which account, and when; the account of the last time is chosen already. */
export function OrderForm({ place, vehicle, refusal }: { place: Place; vehicle: Vehicle; refusal: Order["problem"] }) {
  const accounts = useAccounts(place);
  const [planned, setPlanned] = useState(false);
  const { all, account } = accounts;
  const free = useAnswer(async () => account && (await nextFree(place, account.id)), [account?.id]);
  if (all.data === undefined) {
    return all.error === undefined ? <Loading /> : <Failure error={all.error} again={all.again} />;
  }
  if (account === undefined) {
    return <p>{t("post.noAccount")}</p>;
  }
  const later = planned && free.data !== undefined ? { scheduledFor: free.data } : {};
  const post = () => {
    remember(account);
    void order(place.me.id, { vehicleId: vehicle.id, fbAccountId: account.id, ...later });
  };
  return (
    <div>
      <AccountChoice {...accounts} />
      {free.data !== undefined && (
        <When free={time(free.data, place.me.dealership.timezone)} planned={planned} plan={setPlanned} />
      )}
      {refusal !== undefined && <Refusal problem={refusal} />}
      <Button main onClick={post}>
        {t("post.do")}
      </Button>
      <FillOption api={place.api} vehicleId={vehicle.id} fbAccountId={account.id} />
      <Preview place={place} vehicle={vehicle} />
    </div>
  );
}

/** Undefined if a place is free now. */
async function nextFree({ api }: Place, fbAccountId: string): Promise<string | undefined> {
  const { accounts } = await body(api.GET("/v1/calendar", { params: { query: { fbAccountId } } }));
  const next = accounts[0]?.nextFree;
  return typeof next === "string" && Date.parse(next) > Date.now() ? next : undefined;
}

function When({ free, planned, plan }: { free: string; planned: boolean; plan: (planned: boolean) => void }) {
  return (
    <fieldset>
      <legend>{t("post.when")}</legend>
      <label class="choice">
        <input type="radio" name="when" checked={!planned} onChange={() => plan(false)} /> {t("post.now")}
      </label>
      <label class="choice">
        <input type="radio" name="when" checked={planned} onChange={() => plan(true)} />{" "}
        {t("post.free", { time: free })}
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
  const text = useAnswer(async () => {
    const wish = { vehicleId: vehicle.id } as never;
    return shown ? await body(place.api.POST("/v1/listings/generate", { body: wish })) : undefined;
  }, [shown, vehicle.version]);
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
