import { useQuery } from "@tanstack/react-query";
import { type Posting, api } from "../api/client.ts";
import { me, queries } from "../api/queries.ts";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Button, Failure, Panel } from "../ui/parts.tsx";
import { postingWords } from "./words.ts";

type Sight = NonNullable<Posting["listing"]>;

/** How the listing stood when LotView last looked at it, and what a manager can do about it. */
export function Listing({ posting }: { posting: Posting }) {
  const { t, time, money } = useText(postingWords);
  const sight = posting.listing;
  if (sight === undefined || sight === null) {
    return null;
  }
  return (
    <Panel title={t("posting.listing")}>
      <p>
        {t(`listing.${sight.state}`)} <span className="text-soft">{t("listing.since", { time: time(sight.at) })}</span>
      </p>
      {sight.otherPrice && (
        <p className="font-medium">
          {t("listing.otherPrice", { shown: money(sight.priceCents), ordered: money(posting.price) })}
        </p>
      )}
      {sight.clicks !== null && <p className="text-soft">{t("listing.clicks", { count: sight.clicks })}</p>}
      {sight.says !== null && <p className="text-soft">{t("listing.says", { words: sight.says })}</p>}
      {posting.status === "POSTED" && <Deeds posting={posting} sight={sight} />}
    </Panel>
  );
}

function Deeds({ posting, sight }: { posting: Posting; sight: Sight }) {
  const { t } = useText(postingWords);
  const { act, busy, error } = useAct();
  const who = useQuery(me()).data;
  if (who === undefined || who.role === "SALESPERSON") {
    return null;
  }
  const params = { path: { id: posting.id } };
  const carryOut = async (how: () => Promise<unknown>) => {
    if (await act(how)) {
      await queries.invalidateQueries({ queryKey: ["postings"] });
    }
  };
  const decide = (decision: "ACCEPT" | "RESTORE") =>
    carryOut(() => api.POST("/v1/postings/{id}/listing-price", { params, body: { decision } }));
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      {sight.otherPrice && (
        <>
          <Button disabled={busy} onClick={() => void decide("ACCEPT")}>
            {t("listing.accept")}
          </Button>
          <Button disabled={busy} onClick={() => void decide("RESTORE")}>
            {t("listing.restore")}
          </Button>
        </>
      )}
      {sight.renewable && (
        <Button
          kind="main"
          disabled={busy}
          onClick={() => void carryOut(() => api.POST("/v1/postings/{id}/renew", { params }))}
        >
          {t("listing.renew")}
        </Button>
      )}
      {error !== undefined && <Failure error={error} />}
    </div>
  );
}
