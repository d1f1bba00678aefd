import { GripVertical, Star, Trash2 } from "lucide-react";
import { type DragEvent, type KeyboardEvent, type PointerEvent as ReactPointerEvent, useRef, useState } from "react";
import { type Vehicle, api } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import { nameOf } from "../postings/line.tsx";
import { useText } from "../text/text.tsx";
import { Failure, Panel } from "../ui/parts.tsx";
import { useSay } from "../ui/toast.tsx";
import { Undo } from "../ui/undo.tsx";
import { AddPhotos, Uploads, usePhotoUpload } from "./photo-upload.tsx";
import { removePhoto, useRemovedPhotos } from "./removed-photos.ts";
import { vehicleWords } from "./words.ts";

type Image = Vehicle["images"][number];

// Moves by keys are sent when the person pauses.
const PAUSE = 600;
const LEAST_DRAG = 6;

/** The photos of a vehicle in their order; managers add, order and remove them. */
export function Photos({ vehicle, manager }: { vehicle: Vehicle; manager: boolean }) {
  const { t } = useText(vehicleWords);
  const uploads = usePhotoUpload(vehicle.id);
  const images = useOrder(vehicle);
  const [over, setOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    uploads.add([...event.dataTransfer.files]);
  }

  return (
    <div
      id="photos"
      className={over ? "rounded outline-2 outline-accent" : ""}
      {...(manager
        ? {
            onDragOver: (event: DragEvent) => {
              event.preventDefault();
              setOver(true);
            },
            onDragLeave: () => setOver(false),
            onDrop: drop,
          }
        : {})}
    >
      <Panel title={t("vehicle.photos")} aside={manager && <AddPhotos add={uploads.add} />}>
        {images.shown.length === 0 && (
          <p className="text-soft">
            {t("vehicle.noPhotos")} {manager && t("photos.none")}
          </p>
        )}
        <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
          {images.shown.map((image, index) => (
            <Photo key={image.id} image={image} index={index} vehicle={vehicle} manager={manager} images={images} />
          ))}
        </ul>
        <p role="status" className="sr-only">
          {images.said}
        </p>
        {manager && images.shown.length > 1 && <p className="mt-2 text-xs text-soft">{t("photos.how")}</p>}
        {images.error !== undefined && <Failure error={images.error} />}
        <Uploads files={uploads.files} forget={uploads.forget} />
      </Panel>
    </div>
  );
}

type Order = ReturnType<typeof useOrder>;

/** The order on the screen, which is ahead of the server's while somebody moves photos. */
function useOrder(vehicle: Vehicle) {
  const { t } = useText(vehicleWords);
  const removed = useRemovedPhotos();
  const [moved, setMoved] = useState<Image[]>();
  const [dragged, setDragged] = useState<string>();
  const [said, setSaid] = useState("");
  const [error, setError] = useState<unknown>();
  const timer = useRef<number>(undefined);
  const shown = (moved ?? vehicle.images).filter((image) => !removed.has(image.id));
  // Pointers and timers see the present order, not that of the drawing in which they began.
  const present = useRef(shown);
  present.current = shown;

  function put(id: string, to: number) {
    const before = present.current;
    const from = before.findIndex((image) => image.id === id);
    const place = Math.max(0, Math.min(before.length - 1, to));
    if (from === -1 || from === place) {
      return;
    }
    const after = before.filter((image) => image.id !== id);
    after.splice(place, 0, before[from] as Image);
    present.current = after;
    setMoved(after);
    setSaid(t("photos.moved", { place: place + 1, count: after.length }));
  }

  async function save() {
    const hidden = vehicle.images.filter((image) => removed.has(image.id));
    setError(undefined);
    try {
      await api.PUT("/v1/vehicles/{id}/images/order", {
        params: { path: { id: vehicle.id } },
        body: { imageIds: [...present.current, ...hidden].map((image) => image.id) },
      });
      await queries.invalidateQueries({ queryKey: ["vehicles", "one", vehicle.id] });
    } catch (problem) {
      setError(problem);
    }
    setMoved(undefined);
  }

  function saveSoon() {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void save(), PAUSE);
  }

  function makePrimary(id: string) {
    put(id, 0);
    void save();
  }

  return { shown, put, save, saveSoon, makePrimary, dragged, setDragged, said, error, setError };
}

function Photo({
  image,
  index,
  vehicle,
  manager,
  images,
}: {
  image: Image;
  index: number;
  vehicle: Vehicle;
  manager: boolean;
  images: Order;
}) {
  const { t } = useText(vehicleWords);
  const say = useSay();
  const justDragged = useRef(false);
  const place = { place: index + 1, count: images.shown.length };
  const tool = "grid size-8 place-items-center rounded hover:bg-hover disabled:opacity-40";

  function keys(event: KeyboardEvent) {
    const to = { ArrowLeft: index - 1, ArrowUp: index - 1, ArrowRight: index + 1, ArrowDown: index + 1, Home: 0, End: place.count - 1 }[
      event.key
    ];
    if (to !== undefined) {
      event.preventDefault();
      images.put(image.id, to);
      images.saveSoon();
    }
  }

  function drag(event: ReactPointerEvent) {
    if (event.button !== 0 || !manager) {
      return;
    }
    const start = event;
    let far = false;
    const move = (now: PointerEvent) => {
      if (!far && Math.hypot(now.clientX - start.clientX, now.clientY - start.clientY) < LEAST_DRAG) {
        return;
      }
      far = true;
      images.setDragged(image.id);
      const under = document.elementFromPoint(now.clientX, now.clientY)?.closest<HTMLElement>("[data-place]");
      if (under) {
        images.put(image.id, Number(under.dataset["place"]));
      }
    };
    const end = () => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", end);
      window.removeEventListener("pointercancel", end);
      images.setDragged(undefined);
      justDragged.current = far;
      if (far) {
        void images.save();
      }
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", end);
  }

  function remove() {
    const undo = removePhoto(vehicle.id, image.id, images.setError);
    say(t("photos.removed"), <Undo undo={undo} />);
  }

  return (
    <li
      data-place={index}
      className={`relative rounded border ${images.dragged === image.id ? "border-accent opacity-60" : "border-line"}`}
    >
      <a
        href={image.url}
        target="_blank"
        rel="noreferrer"
        draggable={false}
        onPointerDown={(event) => event.pointerType === "mouse" && drag(event)}
        onClick={(event) => {
          if (justDragged.current) {
            event.preventDefault();
            justDragged.current = false;
          }
        }}
      >
        <img
          src={image.listUrl}
          alt={`${nameOf(vehicle)}, ${index + 1}`}
          loading="lazy"
          draggable={false}
          className="aspect-4/3 w-full rounded-t object-cover"
        />
      </a>
      {image.isPrimary && (
        <span className="pointer-events-none absolute top-1 left-1 rounded bg-panel px-1.5 text-xs">
          {t("vehicle.primary")}
        </span>
      )}
      <div className="flex min-h-8 items-center px-1">
        <span className="mr-auto truncate px-1 text-xs text-soft">
          {index + 1}
          {image.flag !== undefined && <span className="text-warn"> · {t(`photos.${image.flag}`)}</span>}
        </span>
        {manager && (
          <>
            <button
              type="button"
              className={`${tool} cursor-grab touch-none`}
              aria-label={t("photos.move", place)}
              aria-keyshortcuts="ArrowLeft ArrowRight Home End"
              onKeyDown={keys}
              onPointerDown={drag}
            >
              <GripVertical size={16} aria-hidden />
            </button>
            <button
              type="button"
              className={tool}
              aria-label={t("photos.makePrimary", place)}
              disabled={index === 0}
              onClick={() => images.makePrimary(image.id)}
            >
              <Star size={16} aria-hidden />
            </button>
            <button type="button" className={`${tool} text-bad`} aria-label={t("photos.remove", place)} onClick={remove}>
              <Trash2 size={16} aria-hidden />
            </button>
          </>
        )}
      </div>
    </li>
  );
}
