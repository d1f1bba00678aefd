import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { PostingStatus, Vehicle } from "../api/client.ts";
import { postings, vehicle } from "../api/queries.ts";
import { PostDialog } from "../inventory/post-dialog.tsx";
import { isFree, useMissing } from "../inventory/line.tsx";
import { inventoryWords } from "../inventory/words.ts";
import { PostingLine, nameOf } from "../postings/line.tsx";
import { useRole } from "../session/role.ts";
import { useText } from "../text/text.tsx";
import { Button, Failure, Panel, Rows, Status, failed } from "../ui/parts.tsx";
import { Archive, Archived } from "./archive.tsx";
import { Facts } from "./facts.tsx";
import { History } from "./history.tsx";
import { Photos } from "./photos.tsx";
import { Texts } from "./texts.tsx";
import { vehicleWords } from "./words.ts";

/** One vehicle: its facts with where they come from, its photos, texts, history and postings. */
export function VehiclePage() {
  const { id } = useParams({ from: "/inventory/$id" });
  const shown = useQuery(vehicle(id));
  if (failed(shown)) {
    return <Failure error={shown.error} retry={() => void shown.refetch()} />;
  }
  return shown.data === undefined ? <Rows count={8} /> : <Shown key={id} vehicle={shown.data} />;
}

function Shown({ vehicle }: { vehicle: Vehicle }) {
  const { t } = useText(inventoryWords, vehicleWords);
  const { manager, general } = useRole();
  const archived = vehicle.status === "ARCHIVED";
  const [posting, setPosting] = useState(false);
  const [correcting, setCorrecting] = useState<string>();
  return (
    <div className="space-y-4">
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="mr-auto text-lg font-semibold">
          {nameOf(vehicle)} {vehicle.trim}
        </h1>
        {vehicle.daysOnLot !== null && vehicle.daysOnLot !== undefined && (
          <span className="text-soft">{t("vehicle.days", { days: vehicle.daysOnLot })}</span>
        )}
        {general && !archived && <Archive vehicle={vehicle} />}
        {isFree(vehicle) ? (
          <Button kind="main" aria-keyshortcuts="p" disabled={vehicle.missing.length > 0} onClick={() => setPosting(true)}>
            {t("inventory.post")}
          </Button>
        ) : (
          vehicle.posting && (
            <Link to="/postings/$id" params={{ id: vehicle.posting.id }}>
              <Status status={vehicle.posting.status as PostingStatus} />
            </Link>
          )
        )}
      </header>
      {archived && <Archived vehicle={vehicle} general={general} />}
      {!archived && vehicle.missing.length > 0 && <Missing vehicle={vehicle} correct={manager ? setCorrecting : undefined} />}
      {vehicle.warnings !== undefined && vehicle.warnings.length > 0 && (
        <ul className="rounded border border-warn px-3 py-2">
          {vehicle.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Facts vehicle={vehicle} manager={manager} focus={correcting} correct={setCorrecting} />
        <Photos vehicle={vehicle} manager={manager} />
      </div>
      <Texts vehicle={vehicle} />
      <VehiclePostings id={vehicle.id} />
      <History vehicle={vehicle} />
      {posting && <PostDialog vehicles={[vehicle]} filter={{}} count={1} close={() => setPosting(false)} />}
    </div>
  );
}

// Where a person mends what is missing.
const MENDED_BY: Record<string, string> = { vehicleType: "bodyStyle", currency: "price" };

function Missing({ vehicle, correct }: { vehicle: Vehicle; correct: ((field: string) => void) | undefined }) {
  const { t } = useText(inventoryWords);
  const missing = useMissing();
  const mend = (one: string) =>
    one === "photos"
      ? document.getElementById("photos")?.scrollIntoView({ block: "start" })
      : correct?.(MENDED_BY[one] ?? one);
  return (
    <div role="status" className="flex flex-wrap items-center gap-2 rounded border border-warn px-3 py-2">
      <span>{t("missing.title")}:</span>
      {correct === undefined
        ? missing(vehicle.missing)
        : vehicle.missing.map((one) => (
            <button key={one} type="button" className="min-h-6 text-accent underline" onClick={() => mend(one)}>
              {missing([one])}
            </button>
          ))}
    </div>
  );
}

function VehiclePostings({ id }: { id: string }) {
  const { t } = useText(vehicleWords);
  const list = useInfiniteQuery(postings({ vehicleId: id }));
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <Panel title={t("vehicle.postings")}>
      {list.isPending && <Rows count={2} />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <p className="text-soft">{t("vehicle.noPostings")}</p>}
      {rows.map((posting) => (
        <PostingLine key={posting.id} posting={posting} />
      ))}
    </Panel>
  );
}
