import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type Schemas, api, body } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import { useRole } from "../session/role.ts";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Button, Failure, Panel } from "../ui/parts.tsx";
import { Sure } from "../ui/sure.tsx";
import { useSay } from "../ui/toast.tsx";
import { heldWords } from "./words.ts";

type Hold = Schemas["HeldRemovalHold"];

// Part of the postings: the socket's frames about removals ask for it again.
const heldRemovals = () =>
  queryOptions({
    queryKey: ["postings", "list", "held"],
    queryFn: () => body(api.GET("/v1/postings/held-removals")),
  });

/** Removals that wait for a manager, because an import would have removed too many. Nothing without them. */
export function HeldRemovals() {
  const { t } = useText(heldWords);
  const { manager } = useRole();
  const list = useQuery({ ...heldRemovals(), enabled: manager });
  const holds = list.data?.data ?? [];
  return holds.length === 0 ? null : (
    <Panel title={t("held.title")}>
      <ul className="space-y-4">
        {holds.map((hold) => (
          <li key={hold.importId}>
            <Held hold={hold} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Held({ hold }: { hold: Hold }) {
  const { t, time, number } = useText(heldWords);
  const say = useSay();
  const { act, busy, error } = useAct();
  const [sure, setSure] = useState(false);
  const count = number(hold.listings.length);

  async function decide(decision: "REMOVE" | "KEEP") {
    const done = await act(() =>
      api.POST("/v1/postings/held-removals/{importId}", {
        params: { path: { importId: hold.importId } },
        body: { decision },
      }),
    );
    if (done) {
      say(t(decision === "REMOVE" ? "held.removed" : "held.kept", { count }));
      await queries.invalidateQueries({ queryKey: ["postings"] });
    }
  }

  return (
    <div className="space-y-2">
      <p>{t("held.why", { time: time(hold.at), held: number(hold.held), live: number(hold.live) })}</p>
      <details>
        <summary className="min-h-6 cursor-pointer text-accent">{t("held.show", { count })}</summary>
        <ul className="mt-1 list-disc pl-5">
          {hold.listings.map((listing) => (
            <li key={listing.postingId}>
              <Link to="/postings/$id" params={{ id: listing.postingId }} className="text-accent underline">
                {listing.title ?? t("held.untitled")}
              </Link>
            </li>
          ))}
        </ul>
      </details>
      <div className="flex flex-wrap gap-2">
        <Button disabled={busy} onClick={() => void decide("KEEP")}>
          {t("held.keep")}
        </Button>
        <Button kind="danger" disabled={busy || sure} onClick={() => setSure(true)}>
          {t("held.remove")}
        </Button>
      </div>
      {sure && (
        <Sure
          question={t("held.sure", { count })}
          answer={t("held.sureDo", { count })}
          busy={busy}
          act={() => void decide("REMOVE")}
          close={() => setSure(false)}
        />
      )}
      {error !== undefined && <Failure error={error} />}
    </div>
  );
}
