import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useRef, useState } from "react";
import { ApiProblem } from "@lotview/shared/src/problem.ts";
import { api, body } from "../api/client.ts";
import { me, queries, vehicle as vehicleQuery } from "../api/queries.ts";
import { useText } from "../text/text.tsx";
import { Button, Empty, Failure, Rows } from "../ui/parts.tsx";
import { CORRECTABLE, type Typed, draftOf } from "./corrections.ts";
import { Input } from "./input.tsx";
import { vehicleWords } from "./words.ts";

// What is on the lot is for sale, and used, unless somebody says otherwise.
const START: Typed = { status: "ACTIVE", condition: "USED" };

/** A vehicle that no stock file has. */
export function AddVehicle() {
  const { t } = useText(vehicleWords);
  const who = useQuery(me()).data;
  if (who === undefined) {
    return <Rows count={6} />;
  }
  return (
    <div className="max-w-3xl space-y-4">
      <h1 className="text-lg font-semibold">{t("add.title")}</h1>
      {who.role === "SALESPERSON" ? <Empty title={t("noRight")} hint={t("add.onlyManagers")} /> : <Form />}
    </div>
  );
}

function Form() {
  const { t } = useText(vehicleWords);
  const go = useNavigate();
  const [typed, setTyped] = useState<Typed>(START);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  // Without an answer, the next click asks whether this one was taken.
  const key = useRef(crypto.randomUUID());
  const wrong = new Map(
    error instanceof ApiProblem ? (error.body?.errors ?? []).map((one) => [one.field, one.reason]) : [],
  );

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      const added = await body(
        api.POST("/v1/vehicles", {
          params: { header: { "Idempotency-Key": key.current } } as never,
          body: draftOf(typed),
        }),
      );
      queries.setQueryData(vehicleQuery(added.id).queryKey, added);
      void queries.invalidateQueries({ queryKey: ["vehicles", "list"] });
      // The photos come next, on its page.
      await go({ to: "/inventory/$id", params: { id: added.id }, replace: true });
    } catch (problem) {
      if (!(problem instanceof ApiProblem && problem.unanswered)) {
        key.current = crypto.randomUUID();
      }
      setError(problem);
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void save(event)} className="space-y-3">
      <p className="text-soft">{t("add.hint")}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        {CORRECTABLE.map((field) => (
          <Input
            key={field.name}
            field={field}
            value={typed[field.name] ?? ""}
            change={(text) => setTyped((before) => ({ ...before, [field.name]: text }))}
            wrong={wrong.get(field.name)}
            focus={field.name === "stockNumber"}
          />
        ))}
      </div>
      {error !== undefined && <Failure error={error} />}
      <div className="sticky bottom-16 flex items-center gap-3 border-t border-line bg-page py-2 sm:bottom-0">
        <Button type="submit" kind="main" disabled={busy}>
          {t("add.do")}
        </Button>
        <Link to="/inventory" className="text-accent underline">
          {t("ask.discard")}
        </Link>
      </div>
    </form>
  );
}
