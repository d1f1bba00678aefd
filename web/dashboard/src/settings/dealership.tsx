import type { Schemas } from "../api/client.ts";
import type { Dealership } from "../api/settings.ts";
import { useText } from "../text/text.tsx";
import { Choice } from "../ui/choice.tsx";
import { Field, Panel } from "../ui/parts.tsx";
import { DealershipForm } from "./dealership-form.tsx";
import { SecondFactorRule } from "./second-factor-rule.tsx";
import { dealershipWords, settingsWords } from "./words.ts";

type Change = Schemas["DealershipChange"];

const TEXTS = [
  "name",
  "address",
  "city",
  "state",
  "zip",
  "phone",
  "website",
  "timezone",
  "country",
  "currency",
  "distanceUnit",
] as const;

const ZONES = Intl.supportedValuesOf("timeZone");
const CURRENCIES = Intl.supportedValuesOf("currency");

function changes(form: FormData, read: Dealership): Change {
  const texts = TEXTS.filter((name) => form.has(name))
    .map((name) => [name, String(form.get(name)).trim()] as const)
    .filter(([name, value]) => value !== (read[name] ?? ""));
  const approvalRequired = form.get("approvalRequired") !== null;
  return {
    ...Object.fromEntries(texts),
    ...(approvalRequired === read.approvalRequired ? {} : { approvalRequired }),
  };
}

/** The dealership: what stands in its listings, and its rules. */
export function DealershipSettings() {
  const { t } = useText(dealershipWords, settingsWords);
  return (
    <div className="max-w-3xl space-y-4">
      <Panel title={t("settings.dealership")}>
        <DealershipForm changes={changes}>
          {(read) => (
            <>
              <Address read={read} />
              <Market read={read} />
              <label className="flex gap-2">
                <input type="checkbox" name="approvalRequired" defaultChecked={read.approvalRequired} className="mt-1" />
                <span>
                  {t("dealership.approval")}
                  <span className="block text-xs text-soft">{t("dealership.approvalHint")}</span>
                </span>
              </label>
            </>
          )}
        </DealershipForm>
      </Panel>
      <SecondFactorRule />
    </div>
  );
}

function Address({ read }: { read: Dealership }) {
  const { t } = useText(dealershipWords);
  return (
    <>
      <Field label={t("dealership.name")} name="name" defaultValue={read.name} required maxLength={120} />
      <Field label={t("dealership.address")} name="address" defaultValue={read.address ?? ""} maxLength={200} />
      <div className="grid gap-3 sm:grid-cols-[2fr_1fr_1fr]">
        <Field label={t("dealership.city")} name="city" defaultValue={read.city ?? ""} maxLength={100} />
        <Field label={t("dealership.state")} name="state" defaultValue={read.state ?? ""} maxLength={50} />
        <Field label={t("dealership.zip")} name="zip" defaultValue={read.zip ?? ""} maxLength={16} />
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("dealership.phone")} name="phone" type="tel" defaultValue={read.phone ?? ""} maxLength={30} />
        <Field
          label={t("dealership.website")}
          name="website"
          type="url"
          placeholder="https://"
          defaultValue={read.website ?? ""}
          maxLength={300}
        />
      </div>
    </>
  );
}

function Market({ read }: { read: Dealership }) {
  const { t } = useText(dealershipWords);
  const zones = ZONES.includes(read.timezone) ? ZONES : [read.timezone, ...ZONES];
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Choice
        label={t("dealership.zone")}
        name="timezone"
        defaultValue={read.timezone}
        options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
      />
      <Field
        label={t("dealership.country")}
        name="country"
        defaultValue={read.country}
        required
        pattern="[A-Z]{2}"
        maxLength={2}
        title={t("dealership.countryHint")}
      />
      <Field
        label={t("dealership.currency")}
        name="currency"
        defaultValue={read.currency}
        list="currencies"
        required
        pattern="[A-Z]{3}"
        maxLength={3}
        title={t("dealership.currencyHint")}
      />
      <datalist id="currencies">
        {CURRENCIES.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
      <Choice
        label={t("dealership.unit")}
        name="distanceUnit"
        defaultValue={read.distanceUnit}
        options={[
          { value: "MI", label: t("dealership.MI") },
          { value: "KM", label: t("dealership.KM") },
        ]}
      />
    </div>
  );
}
