import { type FormEvent, useState } from "react";
import { type Vehicle, api, body } from "../api/client.ts";
import { ApiProblem } from "@lotview/shared/src/problem.ts";
import { queries, vehicle as vehicleQuery } from "../api/queries.ts";
import { useText } from "../text/text.tsx";
import { Button, Failure } from "../ui/parts.tsx";
import { CORRECTABLE, changeOf, changedSince, textOf, typedOf } from "./corrections.ts";
import { Input } from "./input.tsx";
import { vehicleWords } from "./words.ts";

interface Conflict {
  before: Vehicle;
  now: Vehicle;
}

/** The facts as a form. What somebody else changed meanwhile is shown, never overwritten unseen. */
export function Correct({
  vehicle,
  focus,
  close,
}: {
  vehicle: Vehicle;
  focus: string;
  close: (saved: boolean) => void;
}) {
  const { t } = useText();
  // The version on which this form is based; the page's own may go on.
  const [base, setBase] = useState(vehicle);
  const [typed, setTyped] = useState(() => typedOf(vehicle));
  const [conflict, setConflict] = useState<Conflict>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const changes = changeOf(base, typed);
  const wrong = new Map(
    error instanceof ApiProblem ? (error.body?.errors ?? []).map((one) => [one.field, one.reason]) : [],
  );

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    setConflict(undefined);
    try {
      if (Object.keys(changes).length > 0) {
        const now = await body(
          api.PATCH("/v1/vehicles/{id}", {
            params: { path: { id: base.id }, header: { "If-Match": `"${base.version}"` } },
            body: changes,
          }),
        );
        queries.setQueryData(vehicleQuery(base.id).queryKey, now);
        void queries.invalidateQueries({ queryKey: ["vehicles"] });
      }
      close(true);
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 412) {
        await meet();
      } else {
        setError(problem);
      }
      setBusy(false);
    }
  }

  /** Takes what others changed, and keeps what was typed here. */
  async function meet() {
    try {
      const now = await queries.fetchQuery({ ...vehicleQuery(base.id), staleTime: 0 });
      const mine = Object.keys(changes);
      const theirs = Object.fromEntries(
        CORRECTABLE.filter(({ name }) => !mine.includes(name)).map((field) => [field.name, textOf(now, field)]),
      );
      setConflict({ before: base, now });
      setTyped((before) => ({ ...before, ...theirs }));
      setBase(now);
    } catch (problem) {
      setError(problem);
    }
  }

  return (
    <form
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => event.key === "Escape" && close(false)}
      className="space-y-3"
    >
      {conflict !== undefined && <Met conflict={conflict} />}
      <div className="grid gap-3 sm:grid-cols-2">
        {CORRECTABLE.filter(({ name }) => name in vehicle || name === "notes").map((field) => (
          <Input
            key={field.name}
            field={field}
            value={typed[field.name] ?? ""}
            change={(text) => setTyped((before) => ({ ...before, [field.name]: text }))}
            wrong={wrong.get(field.name)}
            focus={field.name === focus}
          />
        ))}
      </div>
      {error !== undefined && <Failure error={error} />}
      <div className="sticky bottom-16 flex gap-2 border-t border-line bg-panel py-2 sm:bottom-0">
        <Button type="submit" kind="main" disabled={busy}>
          {t("ask.save")}
        </Button>
        <Button onClick={() => close(false)}>{t("ask.discard")}</Button>
      </div>
    </form>
  );
}

function Met({ conflict }: { conflict: Conflict }) {
  const { t, named } = useText(vehicleWords);
  const others = changedSince(conflict.before, conflict.now);
  return (
    <div role="alert" className="rounded border border-warn p-3">
      <p className="font-medium">{t("correct.conflict")}</p>
      <ul className="mt-1">
        {others.map((field) => (
          <li key={field.name}>
            {named(`field.${field.name}`, field.name)}: <s className="text-soft">{textOf(conflict.before, field) || "–"}</s> →{" "}
            {textOf(conflict.now, field) || "–"}
          </li>
        ))}
      </ul>
      <p className="mt-1">{t("correct.conflictNext")}</p>
    </div>
  );
}
