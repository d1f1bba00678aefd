import { useEffect, useState } from "preact/hooks";
import type { Api } from "../session/api.ts";
import { ask, isForm, isOn, turn } from "./allowed.ts";
import { begin, fillIn, giveUp, type Hand, handIn, handOf, report } from "./hand.ts";
import type { FieldReport, FillReport } from "./report.ts";
import { fillTexts } from "./texts.ts";

interface Vehicle {
  api: Api;
  vehicleId: string;
  fbAccountId: string;
}

interface Props extends Vehicle {
  /** The tab that shows the form. */
  tabId: number;
}

const words = fillTexts(chrome.i18n.getUILanguage());

/** Beside the order: a person who wants to press Publish turns it on once, and opens the form in the tab. */
export function FillOption(vehicle: Vehicle) {
  const [on, setOn] = useState(false);
  const [tabId, setTab] = useState<number>();
  useEffect(() => {
    void isOn().then(setOn);
    void handOf(vehicle.vehicleId).then(async (hand) => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      setTab(hand?.tabId ?? tab?.id);
    });
  }, [vehicle.vehicleId]);
  const turned = (now: boolean) => {
    setOn(now);
    void turn(now);
  };
  return (
    <details>
      <summary>{words.fillHere}</summary>
      <label class="choice">
        <input type="checkbox" checked={on} onChange={(event) => turned(event.currentTarget.checked)} /> {words.turnOn}
      </label>
      {on && tabId !== undefined && <FillHere key={tabId} {...vehicle} tabId={tabId} />}
    </details>
  );
}

/** Fills the form in the tab, shows what was left, and waits until the person has published. */
export function FillHere({ api, vehicleId, fbAccountId, tabId }: Props) {
  const [hand, setHand] = useHand(tabId);
  const [filled, setFilled] = useState<FillReport>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const attempt = (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    work()
      .catch((failure: unknown) => setProblem(failure instanceof Error ? failure.message : String(failure)))
      .finally(() => setBusy(false));
  };
  const press = () =>
    attempt(async () => {
      const tab = await chrome.tabs.get(tabId);
      // The press of the button lets the panel see the tab; after another page it must ask for the site.
      if (tab.url === undefined) {
        if (!(await ask())) return;
      } else if (!isForm(tab.url)) throw new Error(words.noForm);
      const own = hand ?? (await begin(api, vehicleId, fbAccountId, tabId));
      setHand(own);
      setFilled(await fillIn(api, own));
    });
  if (hand?.reported === true) {
    return (
      <section class="fill">
        <p role="status">{words.posted}</p>
        {hand.listingUrl !== undefined && (
          <a href={hand.listingUrl} target="_blank" rel="noreferrer">{hand.listingUrl}</a>
        )}
      </section>
    );
  }
  return (
    <section class="fill" aria-busy={busy}>
      <p>{busy ? words.filling : words.about}</p>
      <button type="button" disabled={busy} onClick={press}>{words.fillHere}</button>
      {problem !== undefined && <p role="alert" class="bad">{problem}</p>}
      {filled && <Filled filled={filled} />}
      {hand && <Finish hand={hand} busy={busy} attempt={attempt} api={api} left={() => setHand(undefined)} />}
    </section>
  );
}

/** The posting of the vehicle that a person makes by hand, if there is one. */
export function useHandOf(vehicleId: string): Hand | undefined {
  const [hand, setHand] = useState<Hand>();
  useEffect(() => {
    const look = () => void handOf(vehicleId).then(setHand);
    look();
    chrome.storage.onChanged.addListener(look);
    return () => chrome.storage.onChanged.removeListener(look);
  }, [vehicleId]);
  return hand;
}

/** The hand of the tab, also as the worker changes it. */
function useHand(tabId: number): [Hand | undefined, (hand: Hand | undefined) => void] {
  const [hand, setHand] = useState<Hand>();
  useEffect(() => {
    const look = () => void handIn(tabId).then(setHand);
    look();
    chrome.storage.onChanged.addListener(look);
    return () => chrome.storage.onChanged.removeListener(look);
  }, [tabId]);
  return [hand, setHand];
}

function Filled({ filled }: { filled: FillReport }) {
  if (filled.stopped !== null) return <p role="alert">{filled.stopped === "LANGUAGE" ? words.language : words.noForm}</p>;
  const left = filled.fields.filter((field) => field.why !== null);
  const replaced = filled.fields.filter((field) => field.replaced !== null && field.why === null);
  return (
    <div>
      <p role="status">{filled.complete ? words.ready : words.notReady}</p>
      <p>{words.photos(filled.photos.stored, filled.photos.wanted)}</p>
      {left.length > 0 && <h3>{words.leftAsItIs}</h3>}
      <ul>
        {left.map((field) => <li key={field.field}>{nameOf(field)}: {field.why && words.why[field.why]}</li>)}
        {replaced.map((field) => <li key={field.field}>{nameOf(field)}: {words.replaced(field.replaced ?? "")}</li>)}
      </ul>
    </div>
  );
}

const nameOf = ({ field }: FieldReport) => words.fields[field] ?? field;

interface FinishProps {
  api: Api;
  hand: Hand;
  busy: boolean;
  attempt: (work: () => Promise<void>) => void;
  left: () => void;
}

/** Where the site's answer was not seen, the person pastes the listing's address. */
function Finish({ api, hand, busy, attempt, left }: FinishProps) {
  const [address, setAddress] = useState(hand.listingUrl ?? "");
  const send = (event: Event) => {
    event.preventDefault();
    attempt(() => report(api, hand, address.trim()));
  };
  const stop = () =>
    attempt(async () => {
      await giveUp(api, hand);
      left();
    });
  return (
    <form onSubmit={send}>
      <p>{words.youPublish}</p>
      <label>
        {words.address}
        <input type="url" required value={address} onInput={(event) => setAddress(event.currentTarget.value)} />
      </label>
      <button type="submit" disabled={busy}>{words.report}</button>
      <button type="button" disabled={busy} onClick={stop}>{words.notPublished}</button>
    </form>
  );
}
