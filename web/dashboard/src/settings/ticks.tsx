import { useText } from "../text/text.tsx";
import { settingsWords } from "./words.ts";

/** Some of many values, each in words; `name` of the form has those that are ticked. */
export function Ticks({
  legend,
  name,
  values,
  ticked,
  words,
}: {
  legend: string;
  name: string;
  values: readonly string[];
  ticked: readonly string[];
  words: (value: string) => string;
}) {
  const { t } = useText(settingsWords);

  function tickAll(button: HTMLButtonElement, on: boolean) {
    button
      .closest("fieldset")
      ?.querySelectorAll<HTMLInputElement>("input[type=checkbox]")
      .forEach((box) => {
        box.checked = on;
      });
  }

  return (
    <fieldset className="rounded border border-line p-2">
      <legend className="px-1 text-soft">{legend}</legend>
      <div className="mb-1 flex gap-4">
        <button type="button" className="min-h-6 text-accent underline" onClick={(e) => tickAll(e.currentTarget, true)}>
          {t("ticks.all")}
        </button>
        <button type="button" className="min-h-6 text-accent underline" onClick={(e) => tickAll(e.currentTarget, false)}>
          {t("ticks.none")}
        </button>
      </div>
      <div className="grid max-h-64 gap-x-3 overflow-y-auto sm:grid-cols-2">
        {values.map((value) => (
          <label key={value} className="flex min-h-7 items-center gap-2">
            <input type="checkbox" name={name} value={value} defaultChecked={ticked.includes(value)} />
            {words(value)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
