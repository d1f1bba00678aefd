import type { SelectHTMLAttributes, TextareaHTMLAttributes } from "react";

/** One of a few values. */
export function Choice({
  label,
  options,
  ...rest
}: SelectHTMLAttributes<HTMLSelectElement> & { label: string; options: { value: string; label: string }[] }) {
  return (
    <label className="block">
      <span className="mb-1 block text-soft">{label}</span>
      <select className="min-h-8 w-full rounded border border-line bg-panel px-2 text-ink" {...rest}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A text of several lines. */
export function Lines({ label, hint, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement> & { label: string; hint?: string }) {
  return (
    <label className="block">
      <span className="mb-1 block text-soft">{label}</span>
      <textarea className="block w-full rounded border border-line bg-panel px-2 py-1 text-ink" {...rest} />
      {hint !== undefined && <span className="mt-1 block text-xs text-soft">{hint}</span>}
    </label>
  );
}
