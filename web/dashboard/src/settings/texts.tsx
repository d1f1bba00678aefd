import type { Schemas } from "../api/client.ts";
import type { Dealership } from "../api/settings.ts";
import { useText } from "../text/text.tsx";
import { Choice, Lines } from "../ui/choice.tsx";
import { Field, Panel } from "../ui/parts.tsx";
import { DealershipForm } from "./dealership-form.tsx";
import { settingsWords, textsWords } from "./words.ts";

type Change = Schemas["DealershipChange"];

const PARTS = ["language", "opening", "closing", "disclaimer", "template"] as const;

/** All parts or none: what is sent replaces all earlier ones. */
function changes(form: FormData, read: Dealership): Change {
  const given = (name: string) => String(form.get(name)).trim();
  return PARTS.every((name) => given(name) === (read.texts[name] ?? ""))
    ? {}
    : { texts: Object.fromEntries(PARTS.map((name) => [name, given(name) || null])) };
}

/** What the dealership adds to the text of each listing. */
export function ListingTexts() {
  const { t } = useText(settingsWords, textsWords);
  return (
    <div className="max-w-3xl">
      <Panel title={t("settings.texts")}>
        <p className="mb-3 text-soft">{t("texts.hint")}</p>
        <DealershipForm changes={changes}>
          {({ texts }) => (
            <>
              <Choice
                label={t("texts.language")}
                name="language"
                defaultValue={texts.language ?? ""}
                options={[
                  { value: "", label: t("texts.ofAccount") },
                  { value: "en", label: "English" },
                  { value: "es", label: "Español" },
                  { value: "id", label: "Bahasa Indonesia" },
                ]}
              />
              <Field label={t("texts.opening")} name="opening" defaultValue={texts.opening ?? ""} maxLength={300} />
              <Field label={t("texts.closing")} name="closing" defaultValue={texts.closing ?? ""} maxLength={300} />
              <Field
                label={t("texts.disclaimer")}
                name="disclaimer"
                defaultValue={texts.disclaimer ?? ""}
                maxLength={400}
              />
              <Lines
                label={t("texts.template")}
                hint={t("texts.templateHint")}
                name="template"
                defaultValue={texts.template ?? ""}
                maxLength={600}
                rows={4}
              />
            </>
          )}
        </DealershipForm>
      </Panel>
    </div>
  );
}
