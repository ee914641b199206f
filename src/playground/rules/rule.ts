import type { Detail, Fault } from './fault.js';
import type { Placed } from './json.js';

/** A check by hand: looks at one part of a body and names what is wrong in it. */
export type Rule<Part = Placed> = (part: Part) => readonly Detail[];

/** The checks by hand for one kind of body. */
export interface Rules<Part = Placed> {
  /** Refused with 50035 and the place. */
  readonly form: readonly Rule<Part>[];
  /** Refused with a code of their own, which Discord comes to only when the form is right. */
  readonly refusals?: readonly ((part: Part) => readonly Fault[])[];
  /** Let pass by Discord without any effect. */
  readonly ignored?: readonly Rule<Part>[];
}

/** What the rules found in one part of a body. */
export interface Verdict {
  readonly form: readonly Detail[];
  readonly refusals: readonly Fault[];
  readonly ignored: readonly Detail[];
}

/** Applies the rules of its kind to a part of a body. */
export function judge<Part>(rules: Rules<Part>, part: Part): Verdict {
  return {
    form: rules.form.flatMap((rule) => rule(part)),
    refusals: (rules.refusals ?? []).flatMap((rule) => rule(part)),
    ignored: (rules.ignored ?? []).flatMap((rule) => rule(part)),
  };
}
