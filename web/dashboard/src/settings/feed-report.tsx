import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Schemas } from "../api/client.ts";
import { feedHealth } from "../api/settings.ts";
import { useText } from "../text/text.tsx";
import { Failure, Panel, Rows } from "../ui/parts.tsx";
import { feedsOutWords } from "./words.ts";

type Health = Schemas["FeedHealth"];
type Format = "META" | "GOOGLE";

/** What the receiver of a feed would refuse, before it does. */
export function FeedReport() {
  const { t } = useText(feedsOutWords);
  const [format, setFormat] = useState<Format>("META");
  const health = useQuery(feedHealth(format));
  return (
    <Panel title={t("feedReport.title")}>
      <div role="group" aria-label={t("feedReport.title")} className="mb-3 flex flex-wrap gap-1.5">
        {(["META", "GOOGLE"] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === format}
            onClick={() => setFormat(one)}
            className={`min-h-8 rounded border px-2 ${one === format ? "border-accent font-semibold" : "border-line"}`}
          >
            {t(`feed.${one}`)}
          </button>
        ))}
      </div>
      {health.isPending && <Rows count={3} />}
      {health.isError && <Failure error={health.error} retry={() => void health.refetch()} />}
      {health.data !== undefined && <Report health={health.data} />}
    </Panel>
  );
}

function Report({ health }: { health: Health }) {
  const { t, number } = useText(feedsOutWords);
  return (
    <>
      <p className="mb-2">
        {t("feedReport.sum", {
          vehicles: number(health.vehicles),
          refused: number(health.refused),
          warned: number(health.warned),
        })}
      </p>
      {health.problems.length === 0 && <p className="text-good">{t("feedReport.well")}</p>}
      <ul>
        {health.problems.map((problem) => (
          <li key={`${problem.field} ${problem.problem}`} className="border-t border-line py-1.5">
            <span className={problem.level === "REFUSED" ? "text-bad" : "text-warn"}>
              {t(`feedReport.${problem.level}`)}
            </span>{" "}
            <code>{problem.field}</code>: {problem.problem}{" "}
            <span className="text-soft">({t("feedReport.count", { count: number(problem.vehicles) })})</span>
          </li>
        ))}
      </ul>
      {health.flawed.length > 0 && (
        <details className="mt-2">
          <summary className="min-h-6 cursor-pointer text-accent">{t("feedReport.vehicles")}</summary>
          <ul>
            {health.flawed.map((vehicle) => (
              <li key={vehicle.vehicleId} className="border-t border-line py-1.5">
                <Link to="/inventory/$id" params={{ id: vehicle.vehicleId }} className="text-accent underline">
                  {vehicle.stockNumber}
                </Link>
                : {vehicle.problems.map((one) => `${one.field}: ${one.problem}`).join("; ")}
              </li>
            ))}
          </ul>
          {health.more && <p className="text-soft">{t("feedReport.more")}</p>}
        </details>
      )}
    </>
  );
}
