import { useText } from "../text/text.tsx";
import type { Correctable } from "./corrections.ts";
import { vehicleWords } from "./words.ts";

/** One fact of a vehicle, as a person types it. */
export function Input({
  field: { name, kind, required = false, choices = [] },
  value,
  change,
  wrong,
  focus,
}: {
  field: Correctable;
  value: string;
  change: (text: string) => void;
  wrong: string | undefined;
  focus: boolean;
}) {
  const { t, named } = useText(vehicleWords);
  const look = `min-h-8 w-full rounded border bg-panel px-2 py-1 text-ink ${wrong === undefined ? "border-line" : "border-bad"}`;
  const common = {
    name,
    value,
    required,
    autoFocus: focus,
    className: look,
    "aria-invalid": wrong !== undefined,
    "aria-describedby": wrong === undefined ? undefined : `wrong-${name}`,
  };
  const label = (choice: string) => named(`value.${choice}`, choice);
  return (
    <label className={kind === "lines" ? "block sm:col-span-2" : "block"}>
      <span className="mb-1 block text-soft">
        {named(`field.${name}`, name)}
        {name === "features" && ` (${t("correct.lines")})`}
      </span>
      {kind === "lines" ? (
        <textarea rows={3} {...common} onChange={(event) => change(event.target.value)} />
      ) : kind === "choice" || kind === "yes-no" ? (
        <select {...common} onChange={(event) => change(event.target.value)}>
          {!required && <option value="">–</option>}
          {value !== "" && !choices.includes(value) && <option value={value}>{label(value)}</option>}
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {label(choice)}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          type={kind === "date" ? "date" : kind === "text" ? "text" : "number"}
          {...(kind === "money" ? { step: "0.01", min: 0 } : kind === "number" ? { step: 1, min: 0 } : {})}
          onChange={(event) => change(event.target.value)}
        />
      )}
      {wrong !== undefined && (
        <span id={`wrong-${name}`} className="text-xs text-bad">
          {wrong}
        </span>
      )}
    </label>
  );
}
