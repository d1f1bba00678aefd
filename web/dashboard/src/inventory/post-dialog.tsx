import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Dialog } from "radix-ui";
import { type FormEvent, useRef, useState } from "react";
import { type Vehicle, api, body } from "../api/client.ts";
import { order } from "../api/orders.ts";
import { ApiProblem } from "@lotview/shared/src/problem.ts";
import { accounts, me, queries } from "../api/queries.ts";
import { nameOf } from "../postings/line.tsx";
import type { InventorySearch } from "../shell/router.tsx";
import { useText } from "../text/text.tsx";
import { instantOf, localOf } from "@lotview/shared/src/zone.ts";
import { Button, Failure } from "../ui/parts.tsx";
import { useSay } from "../ui/toast.tsx";
import { inventoryWords } from "./words.ts";

/** Orders one posting, or many: which account, and when. */
export function PostDialog({
  vehicles,
  filter,
  count,
  close,
}: {
  vehicles: Vehicle[] | "all";
  filter: InventorySearch;
  count: number;
  close: (ordered: boolean) => void;
}) {
  const { t } = useText(inventoryWords);
  const say = useSay();
  const usable = useQuery(accounts());
  const zone = useQuery(me()).data?.dealership.timezone;
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  // The same click is the same order, however often it is sent.
  const key = useRef(crypto.randomUUID());
  const choices = (usable.data?.data ?? []).filter((account) => account.state !== "DISCONNECTED");
  const ready = zone !== undefined && choices.length > 0;
  const one = vehicles !== "all" && vehicles.length === 1 ? vehicles[0] : undefined;

  async function postOne(vehicle: Vehicle, account: string, at: string | undefined) {
    const answer = await order({
      vehicleId: vehicle.id,
      fbAccountId: account,
      ...(at === undefined ? {} : { scheduledFor: at }),
    });
    say(answer === "kept" ? t("post.kept") : t("post.ordered"));
  }

  async function postMany(account: string, at: string | undefined, minutes: number) {
    const chosen =
      vehicles === "all"
        ? { filter: given(filter) }
        : { vehicleIds: vehicles.map((vehicle) => vehicle.id) };
    const answer = await body(
      api.POST("/v1/postings/bulk", {
        params: { header: { "Idempotency-Key": key.current } } as never,
        body: {
          ...chosen,
          fbAccountId: account,
          staggerMinutes: minutes,
          ...(at === undefined ? {} : { scheduledFor: at }),
        },
      }),
    );
    say(t("inventory.posted", { count: answer.postings.length }));
    const refused = answer.refused[0];
    if (refused !== undefined) {
      say(t("inventory.refused", { count: answer.refused.length, why: refused.detail }));
    }
    void queries.invalidateQueries({ queryKey: ["postings"] });
    void queries.invalidateQueries({ queryKey: ["vehicles"] });
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const account = String(form.get("account"));
    const local = String(form.get("at") ?? "");
    const at = local === "" || zone === undefined ? undefined : instantOf(local, zone);
    setBusy(true);
    setError(undefined);
    try {
      if (one === undefined) {
        await postMany(account, at, Number(form.get("minutes")));
      } else {
        await postOne(one, account, at);
      }
      close(true);
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && close(false)}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-1/2 left-1/2 z-50 w-96 max-w-[calc(100vw-24px)] -translate-x-1/2 -translate-y-1/2 rounded border border-line bg-panel p-4"
        >
          <Dialog.Title className="font-semibold">{t("post.title")}</Dialog.Title>
          <p className="mt-1 mb-3 text-soft">
            {one === undefined ? t("inventory.selected", { count }) : `${nameOf(one)} (${one.stockNumber})`}
          </p>
          {usable.isSuccess && choices.length === 0 && <p>{t("post.noAccount")}</p>}
          {usable.isError && <Failure error={usable.error} />}
          {/* Its button takes the focus, so that Enter posts: it must not come before it can be pressed. */}
          <form key={String(ready)} onSubmit={(event) => void submit(event)} className="space-y-3">
            {choices.length > 0 && (
              <label className="block">
                <span className="mb-1 block text-soft">{t("post.account")}</span>
                <select name="account" className="min-h-8 w-full rounded border border-line bg-panel px-2">
                  {choices.map((account) => (
                    <option key={account.id} value={account.id}>
                      {account.label} ({t(`account.${account.state}`)})
                    </option>
                  ))}
                </select>
              </label>
            )}
            {choices.length > 0 && zone !== undefined && <When zone={zone} many={one === undefined} />}
            {error !== undefined && <Refusal error={error} />}
            <div className="flex justify-end gap-2">
              <Button onClick={() => close(false)}>{t("ask.close")}</Button>
              <Button type="submit" kind="main" disabled={busy || !ready} autoFocus>
                {one === undefined ? t("inventory.postMany", { count }) : t("post.do")}
              </Button>
            </div>
          </form>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** What is filtered by, each as a text. */
const given = (filter: InventorySearch) =>
  Object.fromEntries(
    Object.entries(filter)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );

const FIELD = "min-h-8 w-full rounded border border-line bg-panel px-2";

// A free place of an account comes each twelve minutes on average: 5 an hour.
const PAUSES = [0, 5, 12, 30, 60];
const USUAL = 5;

/** As soon as the account has a free place, or from a time on; of many, also how far apart. */
function When({ zone, many }: { zone: string; many: boolean }) {
  const { t } = useText(inventoryWords);
  const [later, setLater] = useState(false);
  const choice = (on: boolean, text: string) => (
    <label className="flex min-h-8 items-center gap-2">
      <input type="radio" name="when" checked={later === on} onChange={() => setLater(on)} />
      {text}
    </label>
  );
  return (
    <>
      <fieldset>
        <legend className="text-soft">{t("post.when")}</legend>
        {choice(false, t("post.now"))}
        {choice(true, t(many ? "post.from" : "post.at"))}
        {later && (
          <label className="block">
            <span className="sr-only">{t("post.time")}</span>
            <input
              name="at"
              type="datetime-local"
              required
              autoFocus
              min={localOf(new Date().toISOString(), zone)}
              className={FIELD}
            />
            <span className="mt-1 block text-xs text-soft">{t("post.zone", { zone })}</span>
          </label>
        )}
      </fieldset>
      {many && (
        <label className="block">
          <span className="mb-1 block text-soft">{t("post.apart")}</span>
          <select name="minutes" defaultValue={USUAL} className={FIELD}>
            {PAUSES.map((minutes) => (
              <option key={minutes} value={minutes}>
                {minutes === 0 ? t("post.places") : t("post.minutes", { minutes })}
              </option>
            ))}
          </select>
          <span className="mt-1 block text-xs text-soft">{t("post.limits")}</span>
        </label>
      )}
    </>
  );
}

/** A vehicle that is posted already leads to that posting. */
function Refusal({ error }: { error: unknown }) {
  const { t } = useText(inventoryWords);
  const id =
    error instanceof ApiProblem && error.code === "POSTING_ALREADY_ACTIVE"
      ? (error.body as unknown as Record<string, unknown>)["postingId"]
      : undefined;
  return typeof id === "string" ? (
    <p role="alert">
      {t("post.already")}{" "}
      <Link to="/postings/$id" params={{ id }} className="text-accent underline">
        {t("post.alreadyShow")}
      </Link>
    </p>
  ) : (
    <Failure error={error} />
  );
}
