import { useEffect, useState } from "preact/hooks";
import { OpenConnect } from "../connect/open.tsx";
import type { SeenVehicle } from "../page/seen.ts";
import { type Order, onOrders, orders, sendWaiting } from "../post/orders.ts";
import { body } from "../session/api.ts";
import { t } from "../text/text.ts";
import { useAnswer } from "./answer.ts";
import { type View, usePage } from "./page.ts";
import { Failure, Loading } from "./parts.tsx";
import type { Place } from "./place.ts";
import { Search } from "./search.tsx";
import { Several } from "./several.tsx";
import { SiteButton } from "./site-button.tsx";
import { Unknown } from "./unknown.tsx";
import { VehicleView } from "./vehicle.tsx";

const POLL_MILLIS = 1_000;

/** The work: the vehicle of the page, its order, and how the posting goes. */
export function Lot({ place }: { place: Place }) {
  const [view, change] = usePage();
  const all = useOrders(place);
  if (view === undefined) {
    return <Loading />;
  }
  return (
    <>
      {view.moved && <p class="warn">{t("page.moved")}</p>}
      <Found place={place} view={view} change={change} orders={all} />
      <SiteButton place={place} address={view.address} />
      <OpenConnect place={place} />
    </>
  );
}

function Found(props: Shown) {
  const { place, view, change } = props;
  const seen = seenOn(view);
  const vehicle = view.page.kind === "vehicle" ? seen[0] : seen.find((one) => one.vin === view.vin);
  if (view.vehicleId !== undefined) {
    return <ById {...props} id={view.vehicleId} />;
  }
  if (vehicle !== undefined) {
    return <ByVin {...props} seen={vehicle} />;
  }
  if (view.page.kind === "several") {
    return <Several place={place} vehicles={seen} choose={(vin) => change({ vin })} />;
  }
  return <Nothing {...props} />;
}

function seenOn({ page }: View): SeenVehicle[] {
  return page.kind === "vehicle" ? [page.vehicle] : page.kind === "several" ? page.vehicles : [];
}

function Nothing({ place, view, change }: Shown) {
  const facebook = /^https:\/\/([a-z-]+\.)?facebook\.com\//.test(view.address);
  return (
    <section>
      <h1>{t("app.name")}</h1>
      <p>{t(facebook ? "page.facebook" : view.page.kind === "unread" ? "page.unread" : "page.none")}</p>
      {!facebook && view.page.kind === "none" && <p class="soft">{t("page.noneHint")}</p>}
      <Search place={place} choose={(vehicleId) => change({ vehicleId })} />
    </section>
  );
}

interface Shown {
  place: Place;
  view: View;
  change: (change: Partial<View>) => void;
  orders: Order[];
}

function ByVin(props: Shown & { seen: SeenVehicle }) {
  const { place, view, seen } = props;
  const { vin } = seen;
  const found = useAnswer(() => body(place.api.GET("/v1/vehicles", { params: { query: { vin } } })), [vin, view.at]);
  if (found.data === undefined) {
    return found.error === undefined ? <Loading /> : <Failure error={found.error} again={found.again} />;
  }
  const [vehicle] = found.data.data;
  if (vehicle !== undefined) {
    return <VehicleView {...props} vehicle={vehicle} again={found.again} />;
  }
  return <Unknown place={place} seen={seen} page={view.address} then={found.again} />;
}

function ById(props: Shown & { id: string }) {
  const { place, id, change } = props;
  const found = useAnswer(() => body(place.api.GET("/v1/vehicles/{id}", { params: { path: { id } } })), [id]);
  if (found.data === undefined) {
    return found.error === undefined ? <Loading /> : <Failure error={found.error} again={found.again} />;
  }
  const back = () => change({ vehicleId: undefined });
  return <VehicleView {...props} vehicle={found.data} seen={undefined} again={found.again} back={back} />;
}

/** The person's orders; those that wait are sent while a panel is open, until each has its answer. */
function useOrders(place: Place): Order[] {
  const [all, setAll] = useState<Order[]>([]);
  const user = place.me.id;
  useEffect(() => {
    void orders().then(setAll);
    const send = () => void sendWaiting(place.api, user).catch(() => undefined);
    const end = onOrders((now) => {
      setAll(now);
      send();
    });
    window.addEventListener("online", send);
    const timer = window.setInterval(() => {
      void orders().then((now) => now.some((one) => one.state === "WAITING") && send());
    }, POLL_MILLIS);
    send();
    return () => {
      end();
      window.removeEventListener("online", send);
      window.clearInterval(timer);
    };
  }, [place.api, user]);
  return all.filter((one) => one.user === user);
}
