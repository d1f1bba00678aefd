import { useRef, useState } from "preact/hooks";
import type { Fact, FactName, SeenVehicle } from "../page/seen.ts";
import { checks } from "../page/vin.ts";
import { body } from "../session/api.ts";
import { money, t } from "../text/text.ts";
import { Button, Failure } from "./parts.tsx";
import { type Place, isManager } from "./place.ts";

const NEEDED: FactName[] = ["stockNumber", "year", "make", "model"];

/** A vehicle that is not in the inventory: what the page says, each value taken only with the person's tick. */
export function Unknown({ place, seen, page, then }: { place: Place; seen: SeenVehicle; page: string; then: () => void }) {
  const key = useRef(crypto.randomUUID());
  const [ticked, setTicked] = useState<string[]>([]);
  const [typed, setTyped] = useState<Partial<Record<FactName, string>>>({});
  const [state, setState] = useState<{ busy?: boolean; suggested?: boolean; error?: unknown }>({});
  const lacking = NEEDED.filter((name) => !seen.facts.some((fact) => fact.name === name));
  const rows = ["vin", ...seen.facts.map((fact) => fact.name), ...(seen.photos.length > 0 ? ["photos"] : [])];
  const toggle = (name: string) =>
    setTicked(ticked.includes(name) ? ticked.filter((one) => one !== name) : [...ticked, name]);
  const draft = { ...factsIn(seen.facts, ticked), ...typedIn(typed), ...(ticked.includes("vin") ? { vin: seen.vin } : {}) };
  const needed = NEEDED.filter((name) => draft[name] === undefined);
  const manager = isManager(place);

  async function send() {
    setState({ busy: true });
    try {
      await (manager ? create(place, key.current, draft, ticked.includes("photos") ? seen.photos : []) : suggest(place, key.current, draft, page));
      setState({ suggested: !manager });
      if (manager) {
        then();
      }
    } catch (error) {
      setState({ error });
    }
  }

  if (state.suggested === true) {
    return <p role="status">{t("unknown.suggested")}</p>;
  }
  return (
    <section>
      <h1>{t("unknown.title")}</h1>
      <p class="soft">{t("unknown.hint")}</p>
      <label class="choice">
        <input
          type="checkbox"
          name="all"
          checked={rows.every((name) => ticked.includes(name))}
          onChange={(event) => setTicked(event.currentTarget.checked ? rows : [])}
        />{" "}
        {t("unknown.all")}
      </label>
      <ul>
        <Row name="vin" value={seen.vin} source={seen.source} ticked={ticked} toggle={toggle} />
        {seen.facts.map((fact) => (
          <Row key={fact.name} name={fact.name} value={shown(fact)} source={fact.source} ticked={ticked} toggle={toggle} />
        ))}
        {seen.photos.length > 0 && (
          <Row name="photos" value={t("unknown.photos", { count: seen.photos.length })} source={seen.source} ticked={ticked} toggle={toggle} />
        )}
      </ul>
      {!checks(seen.vin) && <p class="warn">{t("vehicle.checkDigit")}</p>}
      {lacking.map((name) => (
        <label key={name}>
          {t(`field.${name}`)}
          <input name={name} value={typed[name] ?? ""} onInput={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })} />
        </label>
      ))}
      {state.error !== undefined && <Failure error={state.error} />}
      {manager && needed.length > 0 && <p class="soft">{t("unknown.needed", { fields: needed.map((name) => t(`field.${name}`)).join(", ") })}</p>}
      <Button main disabled={state.busy === true || (manager ? needed.length > 0 : Object.keys(draft).length === 0)} onClick={() => void send()}>
        {t(manager ? "unknown.create" : "unknown.suggest")}
      </Button>
    </section>
  );
}

function Row(props: { name: string; value: string; source: Fact["source"]; ticked: string[]; toggle: (name: string) => void }) {
  const { name, value, source, ticked, toggle } = props;
  return (
    <li>
      <label class="choice">
        <input type="checkbox" name={name} checked={ticked.includes(name)} onChange={() => toggle(name)} />
        <span>
          {t(`field.${name as FactName}`)}: <strong>{value}</strong>{" "}
          <span class="soft">{t("unknown.from", { source: t(`source.${source}`) })}</span>
        </span>
      </label>
    </li>
  );
}

const shown = (fact: Fact): string => (fact.name === "price" ? money(Number(fact.value), "USD") : String(fact.value));

type Draft = Partial<Record<FactName | "vin", string | number>>;

/** What was ticked, and nothing else. */
export const factsIn = (facts: readonly Fact[], ticked: readonly string[]): Draft =>
  Object.fromEntries(facts.filter((fact) => ticked.includes(fact.name)).map((fact) => [fact.name, fact.value]));

function typedIn(typed: Partial<Record<FactName, string>>): Draft {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      value.trim() === "" ? [] : [[name, name === "year" ? Number(value) : value.trim()]],
    ),
  );
}

/** Photos follow: the server fetches them from the page's addresses with its own guards. */
async function create({ api }: Place, key: string, draft: Draft, photos: string[]): Promise<void> {
  const header = { "Idempotency-Key": key };
  const made = await body(api.POST("/v1/vehicles", { params: { header } as never, body: draft as never }));
  if (photos.length > 0) {
    const params = { path: { id: made.id } };
    await body(api.POST("/v1/vehicles/{id}/images/addresses", { params, body: { urls: photos } }));
  }
}

async function suggest({ api }: Place, key: string, draft: Draft, page: string): Promise<void> {
  const header = { "Idempotency-Key": key };
  await body(api.POST("/v1/vehicles/suggestions", { params: { header } as never, body: { vehicle: draft, page } as never }));
}
