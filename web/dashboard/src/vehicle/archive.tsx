import { useState } from "react";
import { type Vehicle, api } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import { nameOf } from "../postings/line.tsx";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Button, Failure } from "../ui/parts.tsx";
import { Sure } from "../ui/sure.tsx";
import { useSay } from "../ui/toast.tsx";
import { Undo } from "../ui/undo.tsx";
import { vehicleWords } from "./words.ts";

type State = "ACTIVE" | "PENDING" | "SOLD";

// What these lead to is seen by buyers, and cannot be undone.
const ENDED = ["FAILED", "CANCELLED", "DELETED"];

async function putBack(id: string, status: State): Promise<void> {
  await api.PATCH("/v1/vehicles/{id}", { params: { path: { id } }, body: { status } });
  await queries.invalidateQueries({ queryKey: ["vehicles"] });
}

/** Takes a vehicle out of the stock. Only what buyers see is asked about; the rest can be undone. */
export function Archive({ vehicle }: { vehicle: Vehicle }) {
  const { t } = useText(vehicleWords);
  const say = useSay();
  const { act, busy, error } = useAct();
  const [sure, setSure] = useState(false);
  const posted = vehicle.posting != null && !ENDED.includes(vehicle.posting.status);

  async function archive() {
    const before = vehicle.status as State;
    const done = await act(async () => {
      await api.DELETE("/v1/vehicles/{id}", { params: { path: { id: vehicle.id } } });
      await queries.invalidateQueries({ queryKey: ["vehicles"] });
    });
    if (done) {
      setSure(false);
      const undo = () =>
        void putBack(vehicle.id, before).catch((problem: unknown) =>
          say(problem instanceof Error ? problem.message : String(problem)),
        );
      say(t("archive.done", { name: nameOf(vehicle) }), posted ? undefined : <Undo undo={undo} />);
    }
  }

  return (
    <>
      <Button disabled={busy || sure} onClick={() => (posted ? setSure(true) : void archive())}>
        {t("archive.do")}
      </Button>
      {(sure || error !== undefined) && (
        <div className="w-full">
          {sure && (
            <Sure
              question={t("archive.sure")}
              answer={t("archive.sureDo")}
              busy={busy}
              act={() => void archive()}
              close={() => setSure(false)}
            />
          )}
          {error !== undefined && <Failure error={error} />}
        </div>
      )}
    </>
  );
}

/** Says that a vehicle is archived; who may, puts it back on the lot. */
export function Archived({ vehicle, general }: { vehicle: Vehicle; general: boolean }) {
  const { t } = useText(vehicleWords);
  const { act, busy, error } = useAct();
  return (
    <div className="space-y-2 rounded border border-warn px-3 py-2">
      <p className="flex flex-wrap items-center gap-3">
        <span>{t("archive.is")}</span>
        {general ? (
          <Button disabled={busy} onClick={() => void act(() => putBack(vehicle.id, "ACTIVE"))}>
            {t("archive.back")}
          </Button>
        ) : (
          <span className="text-soft">{t("archive.onlyGeneral")}</span>
        )}
      </p>
      {error !== undefined && <Failure error={error} />}
    </div>
  );
}
