/** The fleet's own scripts that read the form, page.js and form.js of the module vehicle-form; the build makes them a module. */
declare module "lotview:form" {
  interface Found {
    node: HTMLElement;
    target: HTMLElement;
    value: string;
    expanded: boolean;
    another: boolean;
    disabled: boolean;
    suggests: boolean;
  }
  interface Rows {
    node: HTMLElement;
    expanded: boolean;
    match: HTMLElement | null;
    spot: { x: number; y: number; links: boolean } | null;
    place: number;
    count: number;
    texts: string[];
  }
  interface Photos {
    input: HTMLInputElement | null;
    shown: number;
    addresses: string[];
    stored: string[];
    busy: boolean;
    named: boolean;
    counter: number;
    complaints: string[];
  }
  /** One control that a person could use. */
  interface Control {
    kind: "choice" | "text" | "place" | "tick";
    /** Among the controls of its kind, from 0. */
    place: number;
    name: string;
    value: string;
    area: boolean;
    neutral: string;
    enabled: boolean;
  }
  type Where = "choice" | "text" | "entry" | "place" | "tick";
  export const tasks: {
    language(): string;
    field(forms: string[], kind: Where, names: string[]): Found | null;
    read(forms: string[], fields: { kind: Where; names: string[] }[]): (string | null)[];
    folded(forms: string[]): { node: HTMLElement } | null;
    options(forms: string[], names: string[], wanted: string[]): Rows | null;
    further(forms: string[], names: string[]): unknown;
    suggestions(forms: string[], names: string[], wanted: string): { count: number; match: HTMLElement | null } | null;
    places(
      forms: string[],
      names: string[],
      wanted: string[],
      kinds: string[],
    ): { match: HTMLElement | null; rows: string[]; value: string } | null;
    photos(forms: string[], removeNames: string[], loadingNames: string[], before: string[]): Photos | null;
    removePhoto(forms: string[], removeNames: string[], before: string[]): { node: HTMLElement } | null;
    pictures(forms: string[]): string[];
    survey(forms: string[]): Control[] | null;
    unit(digits: string, miles: string[], kilometres: string[]): "mi" | "km" | "";
  };
  /** Without case, accents, spaces and hyphens. */
  export function key(text: string): string;
  /** A label without case and remarks. */
  export function plain(text: string): string;
}
