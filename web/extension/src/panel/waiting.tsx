import { type Order, forget } from "../post/orders.ts";
import { t, time } from "../text/text.ts";
import { Button } from "./parts.tsx";

/** An order without an answer so far. */
export function Waiting({ order, zone }: { order: Order; zone: string }) {
  const limited = order.problem?.code === "RATE_LIMITED" && order.until !== undefined;
  return (
    <div role="status">
      <p>
        {order.problem === undefined
          ? t("post.sending")
          : limited
            ? t("post.limit", { time: time(new Date(order.until ?? 0).toISOString(), zone) })
            : t("post.kept")}
      </p>
      {order.problem !== undefined && <Button onClick={() => void forget(order.key)}>{t("post.takeBack")}</Button>}
    </div>
  );
}
