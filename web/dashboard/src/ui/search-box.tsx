import { useEffect, useRef, useState } from "react";

const PAUSE = 250;

/** Tells what was typed when the typing pauses. "/" goes to it from anywhere, Enter leaves it for the rows. */
export function SearchBox({
  label,
  hint,
  value,
  change,
}: {
  label: string;
  hint?: string;
  value: string;
  change: (value: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) {
      return;
    }
    const timer = window.setTimeout(() => change(typed), PAUSE);
    return () => window.clearTimeout(timer);
  }, [typed, value, change]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
      if (event.key === "/" && !inField) {
        event.preventDefault();
        input.current?.focus();
      }
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return (
    <input
      ref={input}
      type="search"
      aria-label={label}
      placeholder={hint}
      maxLength={100}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.nativeEvent.isComposing) {
          event.preventDefault();
          change(typed);
          event.currentTarget.blur();
        }
      }}
      className="min-h-8 w-full rounded border border-line bg-panel px-2 py-1 sm:w-72"
    />
  );
}
