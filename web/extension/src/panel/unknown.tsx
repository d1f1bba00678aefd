import { ApiProblem } from "@lotview/shared/src/problem.ts";
import { useRef, useState } from "preact/hooks";
import type { Fact, FactName, SeenVehicle } from "../page/seen.ts";
import { checks } from "../page/vin.ts";
import { money, t } from "../text/text.ts";
import { type Draft, NEEDED, create, draftOf, suggest } from "./draft.ts";
import { Button, Failure } from "./parts.tsx";
import { type Place, isManager } from "./place.ts";

/** A vehicle that is not in the inventory: what the page says, each value taken only with the person's tick. */
export function Unknown(props: { place: Place; seen: SeenVehicle; page: string; then: () => void }) {
  const { place, seen } = props;
  const [ticked, setTicked] = useState<string[]>([]);
  const [typed, setTyped] = useState<Draft>({});
  const lacking = NEEDED.filter((name) => !seen.facts.some((fact) => fact.name === name));
  return (
    <section>
      <h1>{t("unknown.title")}</h1>
      <p class="soft">{t("unknown.hint")}</p>
      <Ticks seen={seen} ticked={ticked} tick={setTicked} />
      {!checks(seen.vin) && <p class="warn">{t("vehicle.checkDigit")}</p>}
      {lacking.map((name) => (
        <label key={name}>
          {t(`field.${name}`)}
          <input name={name} onInput={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })} />
        </label>
      ))}
      <Send {...props} draft={draftOf(seen, ticked, typed)} photos={ticked.includes("photos") ? seen.photos : []} />
      {!isManager(place) && <p class="soft">{t("unknown.suggestHint")}</p>}
    </section>
  );
}

function Ticks({ seen, ticked, tick }: { seen: SeenVehicle; ticked: string[]; tick: (names: string[]) => void }) {
  const rows: { name: FactName | "vin" | "photos"; value: string; source: Fact["source"] }[] = [
    { name: "vin", value: seen.vin, source: seen.source },
    ...seen.facts.map((fact) => ({ name: fact.name, value: shown(fact), source: fact.source })),
    ...(seen.photos.length === 0
      ? []
      : [{ name: "photos" as const, value: t("unknown.photos", { count: seen.photos.length }), source: seen.source }]),
  ];
  const names = rows.map((row) => row.name);
  const toggle = (name: string, on: boolean) => tick(on ? [...ticked, name] : ticked.filter((one) => one !== name));
  return (
    <>
      <label class="choice">
        <input
          type="checkbox"
          name="all"
          checked={names.every((name) => ticked.includes(name))}
          onChange={(event) => tick(event.currentTarget.checked ? names : [])}
        />
        {t("unknown.all")}
      </label>
      <ul>
        {rows.map(({ name, value, source }) => (
          <li key={name}>
            <label class="choice">
              <input
                type="checkbox"
                name={name}
                checked={ticked.includes(name)}
                onChange={(event) => toggle(name, event.currentTarget.checked)}
              />
              <span>
                {t(`field.${name}`)}: <strong>{value}</strong>{" "}
                <span class="soft">{t("unknown.from", { source: t(`source.${source}`) })}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}

const shown = (fact: Fact): string => (fact.name === "price" ? money(Number(fact.value), "USD") : String(fact.value));

/** Managers create the vehicle; others suggest it to them. */
function Send(props: { place: Place; page: string; then: () => void; draft: Draft; photos: string[] }) {
  const { place, page, then, draft, photos } = props;
  const key = useRef(crypto.randomUUID());
  const [state, setState] = useState<{ busy?: boolean; suggested?: boolean; error?: unknown }>({});
  const manager = isManager(place);
  const needed = manager ? NEEDED.filter((name) => draft[name] === undefined) : [];
  const ready = needed.length === 0 && Object.keys(draft).length > 0 && state.busy !== true;
  const send = () => {
    setState({ busy: true });
    (manager ? create(place, key.current, draft, photos).then(then) : suggest(place, key.current, draft, page)).then(
      () => setState({ suggested: !manager }),
      (error: unknown) => {
        // Refused: what is corrected is another request.
        if (error instanceof ApiProblem && !error.unanswered) {
          key.current = crypto.randomUUID();
        }
        setState({ error });
      },
    );
  };
  if (state.suggested === true) {
    return <p role="status">{t("unknown.suggested")}</p>;
  }
  return (
    <>
      {state.error !== undefined && <Failure error={state.error} />}
      {needed.length > 0 && (
        <p class="soft">{t("unknown.needed", { fields: needed.map((name) => t(`field.${name}`)).join(", ") })}</p>
      )}
      <Button main disabled={!ready} onClick={send}>
        {t(manager ? "unknown.create" : "unknown.suggest")}
      </Button>
    </>
  );
}
