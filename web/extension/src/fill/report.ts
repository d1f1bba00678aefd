/** Why a field was left as it was. */
export type Why =
  | "NO_FIELD" // the form has no field of this name, or two
  | "NO_OPTION" // its list has no such entry
  | "NOT_TAKEN" // it shows something else after several tries
  | "NOT_KNOWN" // LotView does not know the value
  | "UNPROVEN" // the order of the list does not confirm a guessed word
  | "NOT_CLEAR" // its label is missing, and several controls may be it
  | "OTHER_UNIT"; // the form counts in another currency or another unit

/** What became of one field. */
export interface FieldReport {
  field: string;
  filled: boolean;
  wanted: string;
  /** What the form shows. */
  found: string;
  /** What stood there before, such as a restored draft, and was overwritten. */
  replaced: string | null;
  why: Why | null;
  /** The control that was filled although it has another label. */
  healed: string | null;
}

/** What became of the form. The person presses Next and Publish. */
export interface FillReport {
  /** Whether everything that the site demands and LotView knows is filled. */
  complete: boolean;
  language: string;
  fields: FieldReport[];
  photos: { wanted: number; stored: number };
  /** The form could not be filled at all. */
  stopped: "NO_FORM" | "LANGUAGE" | null;
}
