import { queryOptions, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type Schemas, type Vehicle, api, body } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import { useText } from "../text/text.tsx";
import { Button, Failure, Panel, Rows } from "../ui/parts.tsx";
import { vehicleWords } from "./words.ts";

type Text = Schemas["ListingResponse"];

const TONES = ["professional", "friendly", "brief", "detailed", "family"] as const;
type Tone = (typeof TONES)[number];

// A changed vehicle has other texts.
const text = (vehicle: Vehicle, tone: Tone | undefined) =>
  queryOptions({
    queryKey: ["texts", vehicle.id, vehicle.version, tone],
    queryFn: () => body(api.POST("/v1/listings/generate", { body: { vehicleId: vehicle.id, tone: tone ?? null, sources: true } })),
    enabled: tone !== undefined,
    staleTime: Infinity,
    retry: false,
  });

/** What a listing of this vehicle would say, in each tone. Nothing is stored or posted. */
export function Texts({ vehicle }: { vehicle: Vehicle }) {
  const { t } = useText(vehicleWords);
  const [tone, setTone] = useState<Tone>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const written = useQuery(text(vehicle, tone));

  async function another(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const instructions = String(new FormData(event.currentTarget).get("instructions")).trim();
    setBusy(true);
    setError(undefined);
    try {
      const answer = await body(
        api.POST("/v1/listings/regenerate", {
          body: { vehicleId: vehicle.id, instructions, tone: tone ?? null, sources: true },
        }),
      );
      queries.setQueryData(text(vehicle, tone).queryKey, answer);
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Panel title={t("preview.title")}>
      <p className="mb-2 text-soft">{t("preview.hint")}</p>
      <div role="group" aria-label={t("preview.tone")} className="mb-3 flex flex-wrap gap-1.5">
        {TONES.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={tone === one}
            onClick={() => setTone(one)}
            className={`min-h-8 rounded border px-2 py-1 ${tone === one ? "border-accent font-semibold" : "border-line hover:bg-hover"}`}
          >
            {t(`tone.${one}`)}
          </button>
        ))}
      </div>
      {tone !== undefined && written.isPending && <Rows count={3} />}
      {written.isError && <Failure error={written.error} retry={() => void written.refetch()} />}
      {written.data !== undefined && (
        <>
          <Written text={written.data} />
          <form onSubmit={(event) => void another(event)} className="mt-3 flex flex-wrap items-end gap-2">
            <label className="min-w-0 flex-1 basis-60">
              <span className="mb-1 block text-soft">{t("preview.instructions")}</span>
              <input
                name="instructions"
                required
                maxLength={500}
                placeholder={t("preview.instructionsHint")}
                className="min-h-8 w-full rounded border border-line bg-panel px-2"
              />
            </label>
            <Button type="submit" disabled={busy}>
              {t("preview.another")}
            </Button>
          </form>
        </>
      )}
      {error !== undefined && <Failure error={error} />}
    </Panel>
  );
}

function Written({ text }: { text: Text }) {
  const { t, named } = useText(vehicleWords);
  return (
    <div>
      <p className="font-medium">{text.title}</p>
      <p className="mt-2 max-w-prose whitespace-pre-wrap">{text.description}</p>
      {text.sources !== undefined && text.sources.length > 0 && (
        <details className="mt-3">
          <summary className="min-h-6 cursor-pointer text-accent">{t("preview.sources")}</summary>
          <ul className="mt-2 space-y-2">
            {text.sources.map((source, index) => (
              <li key={index} className="border-l-2 border-line pl-2">
                {source.sentence}
                {source.facts.map((fact, number) => (
                  <span key={number} className="block text-xs text-soft">
                    {named(`field.${fact.name}`, fact.name)}: {fact.value}
                    {fact.column !== null && ` (${t("vehicle.from", { column: fact.column, cell: fact.cell ?? "–" })})`}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="mt-2 text-xs text-soft">{text.model === null ? t("preview.builtIn") : t("preview.writer", { writer: text.model })}</p>
    </div>
  );
}
