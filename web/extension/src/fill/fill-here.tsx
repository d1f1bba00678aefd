import { useEffect, useState } from "preact/hooks";
import type { Api } from "../session/api.ts";
import { isOn, mayFill, openForm, turn } from "./allowed.ts";
import { adopt, begin, fillIn, formIn, giveUp, type Hand, handIn, handOf, report } from "./hand.ts";
import { reportAll } from "./published.ts";
import type { FieldReport, FillReport } from "./report.ts";
import { fillTexts } from "./texts.ts";
import { attempt, useWork } from "./work.ts";

interface Vehicle {
  api: Api;
  vehicleId: string;
  fbAccountId: string;
}

interface Props extends Vehicle {
  /** The tab that shows the form. */
  tabId: number;
  /** The posting, if it was begun elsewhere. */
  postingId?: string;
}

const words = fillTexts(chrome.i18n.getUILanguage());

/** Beside the order: a person who wants to press Publish turns it on once, and opens the form in the tab. */
export function FillOption(vehicle: Vehicle) {
  const [on, setOn] = useState<boolean>();
  const tabId = useTab();
  useEffect(() => void isOn().then(setOn), []);
  const turned = (now: boolean) => {
    setOn(now);
    void turn(now);
  };
  return (
    <details open={on}>
      <summary>{words.fillHere}</summary>
      <label class="choice">
        <input type="checkbox" checked={on === true} onChange={(event) => turned(event.currentTarget.checked)} />{" "}
        {words.turnOn}
      </label>
      {on === true && <button type="button" onClick={() => void openForm()}>{words.openForm}</button>}
      {on === true && tabId !== undefined && <FillHere key={tabId} {...vehicle} tabId={tabId} />}
    </details>
  );
}

/** A posting by hand that was begun in another tab, or in a browser that is gone: it goes on in the tab in view. */
export function GoOn(props: { api: Api; vehicleId: string; postingId: string }) {
  const tabId = useTab();
  return tabId === undefined ? null : <FillHere key={tabId} {...props} fbAccountId="" tabId={tabId} />;
}

/** The tab in view of the panel's window. */
function useTab(): number | undefined {
  const [tabId, setTab] = useState<number>();
  useEffect(() => {
    let own: number | undefined;
    const inView = ({ tabId: next, windowId }: chrome.tabs.OnActivatedInfo) => void (windowId === own && setTab(next));
    chrome.tabs.onActivated.addListener(inView);
    void chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
      own = tab?.windowId;
      setTab(tab?.id);
    });
    return () => chrome.tabs.onActivated.removeListener(inView);
  }, []);
  return tabId;
}

/** Fills the form in the tab, shows what was left, and waits until the person has published. */
export function FillHere({ api, vehicleId, fbAccountId, tabId, postingId }: Props) {
  const [hand, setHand] = useHand(tabId, vehicleId);
  const filled = useForm(tabId);
  const { busy, problem } = useWork(tabId);
  // What the worker was stopped in.
  useEffect(() => void reportAll().catch(() => undefined), [hand?.listingUrl]);
  const press = () =>
    attempt(tabId, async () => {
      const may = await mayFill(tabId);
      if (may === "refused") return;
      if (may === "noForm") throw new Error(words.noForm);
      const begun = () =>
        postingId === undefined ? begin(api, vehicleId, fbAccountId, tabId) : adopt(postingId, vehicleId, tabId);
      const own = hand ?? (await begun());
      setHand(own);
      await fillIn(api, own);
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
      {hand && filled && <Filled filled={filled} />}
      {hand && <Finish hand={hand} busy={busy} api={api} left={() => setHand(undefined)} />}
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

/** What the form in the tab shows. */
function useForm(tabId: number): FillReport | undefined {
  const [form, setForm] = useState<FillReport>();
  useEffect(() => {
    const look = () => void formIn(tabId).then(setForm);
    look();
    chrome.storage.onChanged.addListener(look);
    return () => chrome.storage.onChanged.removeListener(look);
  }, [tabId]);
  return form;
}

/** The vehicle's hand in the tab, also as the worker changes it; an earlier one may be another vehicle's. */
function useHand(tabId: number, vehicleId: string): [Hand | undefined, (hand: Hand | undefined) => void] {
  const [hand, setHand] = useState<Hand>();
  useEffect(() => {
    const look = () => void handIn(tabId).then((one) => setHand(one?.vehicleId === vehicleId ? one : undefined));
    look();
    chrome.storage.onChanged.addListener(look);
    return () => chrome.storage.onChanged.removeListener(look);
  }, [tabId, vehicleId]);
  return [hand, setHand];
}

function Filled({ filled }: { filled: FillReport }) {
  if (filled.stopped !== null) {
    return <p role="alert">{filled.stopped === "LANGUAGE" ? words.language : words.noForm}</p>;
  }
  const left = filled.fields.filter((field) => field.why !== null);
  const replaced = filled.fields.filter((field) => field.replaced !== null && field.why === null);
  const healed = filled.fields.filter((field) => field.healed !== null && field.why === null);
  return (
    <div>
      <p role="status">{filled.complete ? words.ready : words.notReady}</p>
      <p>{words.photos(filled.photos.stored, filled.photos.wanted)}</p>
      {left.length > 0 && <h2>{words.leftAsItIs}</h2>}
      <ul>
        {left.map((field) => <li key={field.field}>{nameOf(field)}: {field.why && words.why[field.why]}</li>)}
        {healed.map((field) => <li key={field.field}>{nameOf(field)}: {words.healed}</li>)}
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
  left: () => void;
}

/** Where the site's answer was not seen, the person pastes the listing's address. */
function Finish({ api, hand, busy, left }: FinishProps) {
  const [address, setAddress] = useState("");
  useEffect(() => setAddress(hand.listingUrl ?? hand.seenUrl ?? ""), [hand.listingUrl, hand.seenUrl]);
  const send = (event: Event) => {
    event.preventDefault();
    attempt(hand.tabId, () => report(api, hand, address.trim()));
  };
  const stop = () =>
    attempt(hand.tabId, async () => {
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
