import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { api } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import { type Delivery, deliveries, webhooks } from "../api/settings.ts";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Button, Empty, Failure, Panel, Rows } from "../ui/parts.tsx";
import { useSay } from "../ui/toast.tsx";
import { useEventName } from "./webhook-form.tsx";
import { webhooksWords } from "./words.ts";

/** What was sent to a web hook, and what it answered. */
export function Deliveries() {
  const { t } = useText(webhooksWords);
  const { id } = useParams({ from: "/settings/webhooks/$id" });
  const hook = useQuery(webhooks()).data?.data.find((one) => one.id === id);
  const list = useInfiniteQuery(deliveries(id));
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const say = useSay();
  const { act, busy, error } = useAct();
  const test = () =>
    act(async () => {
      await api.POST("/v1/webhooks/{id}/test", { params: { path: { id } } });
      say(t("webhooks.tested"));
      await queries.invalidateQueries({ queryKey: ["webhooks"] });
    });
  return (
    <Panel
      title={t("webhooks.log")}
      aside={
        <Button disabled={busy || hook?.active !== true} onClick={() => void test()}>
          {t("webhooks.test")}
        </Button>
      }
    >
      <p className="mb-3 break-all">
        <Link to="/settings/webhooks" className="text-accent underline">
          {t("webhooks.back")}
        </Link>{" "}
        {hook?.url}
      </p>
      {error !== undefined && <Failure error={error} />}
      {list.isPending && <Rows count={4} />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <Empty title={t("webhooks.noLog")} hint={t("webhooks.noLogHint")} />}
      <ul>
        {rows.map((delivery) => (
          <DeliveryLine key={delivery.id} hook={id} active={hook?.active === true} delivery={delivery} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button className="mt-3" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("ask.more")}
        </Button>
      )}
    </Panel>
  );
}

const TONES: Record<Delivery["state"], string> = {
  PENDING: "text-soft border-line",
  DELIVERED: "text-good border-good",
  FAILED: "text-bad border-bad",
};

function DeliveryLine({ hook, active, delivery }: { hook: string; active: boolean; delivery: Delivery }) {
  const { t, time, number } = useText(webhooksWords);
  const name = useEventName();
  const say = useSay();
  const { act, busy, error } = useAct();
  const resend = () =>
    act(async () => {
      await api.POST("/v1/webhooks/{id}/deliveries/{deliveryId}/resend", {
        params: { path: { id: hook, deliveryId: delivery.id } },
      });
      say(t("webhooks.resent"));
      await queries.invalidateQueries({ queryKey: ["webhooks"] });
    });
  return (
    <li className="border-t border-line py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className={`rounded border px-1.5 text-xs leading-5 ${TONES[delivery.state]}`}>
          {t(`delivery.${delivery.state}`)}
        </span>
        <strong>{name(delivery.event)}</strong>
        <span className="mr-auto text-soft">{time(delivery.createdAt)}</span>
        <Button
          disabled={busy || !active || delivery.state === "PENDING"}
          aria-label={`${t("webhooks.resend")}: ${name(delivery.event)}, ${time(delivery.createdAt)}`}
          onClick={() => void resend()}
        >
          {t("webhooks.resend")}
        </Button>
      </div>
      <p className="text-xs text-soft">
        {t("delivery.tries", { count: number(delivery.tries) })}
        {delivery.status !== null && ` · ${t("delivery.status", { status: delivery.status })}`}
        {delivery.nextTryAt !== null && ` · ${t("delivery.next", { time: time(delivery.nextTryAt) })}`}
      </p>
      {delivery.error !== null && <p className="break-words text-bad">{delivery.error}</p>}
      <details className="mt-1">
        <summary className="min-h-6 cursor-pointer text-accent">{t("delivery.body")}</summary>
        <pre tabIndex={0} className="mt-1 max-h-64 overflow-auto rounded bg-page p-2 text-xs whitespace-pre-wrap break-all">
          {delivery.body}
        </pre>
        {delivery.answer !== null && delivery.answer !== "" && (
          <>
            <p className="mt-1 text-soft">{t("delivery.answer")}</p>
            <pre tabIndex={0} className="max-h-40 overflow-auto rounded bg-page p-2 text-xs whitespace-pre-wrap break-all">
              {delivery.answer}
            </pre>
          </>
        )}
      </details>
      {error !== undefined && <Failure error={error} />}
    </li>
  );
}
