import { Camera, ImagePlus } from "lucide-react";
import { useRef, useState } from "react";
import type { Schemas } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import { upload } from "../api/upload.ts";
import { useText } from "../text/text.tsx";
import { Button } from "../ui/parts.tsx";
import { shrink } from "./shrink.ts";
import { vehicleWords } from "./words.ts";

const TYPES = "image/jpeg,image/png,image/webp";
// A phone makes JPEGs of its photos by itself for a page that does not ask for HEIC; a computer does not.
const COMPUTER_TYPES = `${TYPES},image/heic,image/heif,.heic,.heif,image/avif`;

interface Sent {
  id: number;
  name: string;
  part: number;
  /** Why it was refused. */
  reason?: string;
}

let nextId = 0;

/** Sends photos one after another, so that one that is refused keeps no other out. */
export function usePhotoUpload(vehicle: string) {
  const [files, setFiles] = useState<Sent[]>([]);
  const line = useRef(Promise.resolve());

  const change = (id: number, how: Partial<Sent>) =>
    setFiles((all) => all.map((one) => (one.id === id ? { ...one, ...how } : one)));
  const forget = (id: number) => setFiles((all) => all.filter((one) => one.id !== id));

  async function send(id: number, file: File) {
    try {
      const answer = await upload<Schemas["PhotoImagesAnswer"]>(
        `/v1/vehicles/${vehicle}/images`,
        await shrink(file),
        file.name,
        (part) => change(id, { part }),
      );
      const refused = answer.refused[0];
      if (refused !== undefined) {
        change(id, { reason: refused.reason });
        return;
      }
      await queries.invalidateQueries({ queryKey: ["vehicles", "one", vehicle] });
      forget(id);
    } catch (error) {
      change(id, { reason: error instanceof Error ? error.message : String(error) });
    }
  }

  function add(chosen: Iterable<File>) {
    for (const file of chosen) {
      const id = nextId++;
      setFiles((all) => [...all, { id, name: file.name, part: 0 }]);
      line.current = line.current.then(() => send(id, file));
    }
    void line.current.then(() => queries.invalidateQueries({ queryKey: ["vehicles", "list"] }));
  }

  return { files, add, forget };
}

/** The ways to choose photos: files, and on a phone the camera. */
export function AddPhotos({ add }: { add: (files: Iterable<File>) => void }) {
  const { t } = useText(vehicleWords);
  const files = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const taken = (input: HTMLInputElement) => {
    add([...(input.files ?? [])]);
    // The same file can be chosen again.
    input.value = "";
  };
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <input
        ref={files}
        type="file"
        name="photos"
        accept={window.matchMedia("(pointer: coarse)").matches ? TYPES : COMPUTER_TYPES}
        multiple
        hidden
        onChange={(event) => taken(event.target)}
      />
      <input
        ref={camera}
        type="file"
        name="camera"
        accept="image/jpeg"
        capture="environment"
        hidden
        onChange={(event) => taken(event.target)}
      />
      <span className="hidden pointer-coarse:block">
        <Button onClick={() => camera.current?.click()}>
          <Camera size={16} aria-hidden />
          {t("photos.camera")}
        </Button>
      </span>
      <Button onClick={() => files.current?.click()}>
        <ImagePlus size={16} aria-hidden />
        {t("photos.add")}
      </Button>
    </div>
  );
}

/** What is being sent, and what was refused and why. */
export function Uploads({ files, forget }: { files: Sent[]; forget: (id: number) => void }) {
  const { t } = useText(vehicleWords);
  return (
    <ul aria-live="polite" className="mt-2 space-y-1">
      {files.map((file) => (
        <li key={file.id} className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 truncate">{file.name}</span>
          {file.reason === undefined ? (
            <progress value={file.part} aria-label={file.name} className="h-2 w-32 accent-accent" />
          ) : (
            <>
              <span className="text-bad">
                {t("photos.refused")} {file.reason}
              </span>
              <Button onClick={() => forget(file.id)}>{t("ask.close")}</Button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
