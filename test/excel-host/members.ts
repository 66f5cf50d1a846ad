import type { Locale } from "./display-text";
import { invalid } from "./fault";
import type { CellModel, SheetModel, WorkbookModel } from "./model";
import type { Json } from "./protocol";

/** A cell that somebody wants the value of, though it holds a formula that nothing has computed. */
export interface UncalculatedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

export type CalculatedValue = Pick<CellModel, "type" | "value">;

/** What the members of objects work on. */
export interface Excel {
  readonly book: WorkbookModel;
  readonly locale: Locale;
  /** Some builds count charts among a sheet's shapes. */
  readonly chartsAmongShapes: boolean;
  isReadOnly(): boolean;
  newId(): string;
  /** Gives formulas their values, or throws where nothing here can compute. */
  calculate(cells: readonly UncalculatedCell[]): Promise<void>;
  /** Notes which formulas the changes so far leave without a value; to be called before values are read. */
  settleChanges(): void;
  /** To be called whenever contents change: events, and formulas that must be computed anew. */
  cellsChanged(sheet: SheetModel, address: string): void;
  sheetEvent(kind: "added" | "deleted" | "nameChanged" | "activated", sheet: SheetModel, nameBefore?: string): void;
  register(type: number, targetId: string): void;
  unregister(type: number, targetId: string): void;
  keepReference(target: object): void;
  forgetReference(id: string): void;
  /** The object of a sheet; here, so that ranges and sheets need not know each other's tables. */
  worksheet(sheet: SheetModel): Handle;
}

/** What a write needs leave for: contents of cells, anything else on a sheet, the workbook's structure, or nothing. */
export type Guard = "contents" | "cells" | "structure" | "none";

export type Argument = Json | Handle;
export type MethodResult = Json | Handle | undefined;

interface Common {
  /** The ExcelApi set that it came with; "internal" for what only Microsoft's client calls. */
  readonly api: string;
  /** Its name on the wire where that is not its own with a capital. */
  readonly wire?: string;
  readonly guard?: Guard;
}

export interface Property<T> extends Common {
  readonly kind: "property";
  readonly get?: (target: T, excel: Excel) => Json | Promise<Json>;
  readonly set?: (target: T, value: Json, excel: Excel) => void;
  /** Its name on the wire when it is set, where that differs. */
  readonly setWire?: string;
  /** Left out where somebody loads all properties. */
  readonly onlyByName?: true;
}

export interface Navigation<T> extends Common {
  readonly kind: "object";
  readonly open: (target: T, excel: Excel) => Handle | null;
}

export interface Method<T> extends Common {
  readonly kind: "method";
  readonly run: (target: T, args: readonly Argument[], excel: Excel) => MethodResult | Promise<MethodResult>;
}

export type Member<T> = Property<T> | Navigation<T> | Method<T>;

export interface ObjectType<T extends object> {
  readonly name: string;
  /** By their names in JavaScript. */
  readonly members: () => Readonly<Record<string, Member<T>>>;
  /** The sheet whose protection matters. */
  readonly sheet?: (target: T) => SheetModel;
  readonly key?: (target: T) => string;
  readonly items?: (target: T, excel: Excel) => Handle[];
  readonly byKey?: (target: T, key: Json, excel: Excel) => Handle | null;
}

/** An object of Excel's with its type: what an object path stands for. */
export interface Handle {
  readonly typeName: string;
  readonly target: object;
  readonly key: string | null;
  readonly sheet: SheetModel | null;
  readonly isCollection: boolean;
  items(excel: Excel): Handle[];
  byKey(key: Json, excel: Excel): Handle | null;
  names(): string[];
  member(name: string): BoundMember | null;
  memberOnWire(wireName: string, isSetting: boolean): BoundMember | null;
}

/** A member with its object. */
export type BoundMember = {
  readonly name: string;
  readonly wire: string;
  readonly api: string;
  readonly guard: Guard;
} & (
  | {
      readonly kind: "property";
      readonly onlyByName: boolean;
      readonly get: ((excel: Excel) => Json | Promise<Json>) | null;
      readonly set: ((value: Json, excel: Excel) => void) | null;
    }
  | { readonly kind: "object"; readonly open: (excel: Excel) => Handle | null }
  | {
      readonly kind: "method";
      readonly run: (args: readonly Argument[], excel: Excel) => MethodResult | Promise<MethodResult>;
    }
);

export function handle<T extends object>(type: ObjectType<T>, target: T): Handle {
  const members = membersOf(type);
  const bind = (name: string): BoundMember | null => {
    const member = members.get(name);
    return member ? boundMember(type, name, member, target) : null;
  };
  return {
    typeName: type.name,
    target,
    key: type.key?.(target) ?? null,
    sheet: type.sheet?.(target) ?? null,
    isCollection: type.items !== undefined,
    items: (excel) => type.items?.(target, excel) ?? [],
    byKey: (key, excel) => type.byKey?.(target, key, excel) ?? null,
    names: () => [...members.keys()],
    member: bind,
    memberOnWire(wireName, isSetting) {
      const name = namesOnWire(type, isSetting).get(wireName);
      return name === undefined ? null : bind(name);
    },
  };
}

const tables = new WeakMap<object, Map<string, unknown>>();
/** Every type that a handle was made of: for the test that compares the sets with Microsoft's documentation. */
export const knownTypes = new Map<string, ReadonlyMap<string, { readonly api: string }>>();

function membersOf<T extends object>(type: ObjectType<T>): Map<string, Member<T>> {
  const known = tables.get(type) as Map<string, Member<T>> | undefined;
  if (known) return known;
  const members = new Map(Object.entries(type.members()));
  tables.set(type, members);
  knownTypes.set(type.name, members);
  return members;
}

const wires = new WeakMap<object, Readonly<Record<"reading" | "setting", ReadonlyMap<string, string>>>>();

/** From what a request calls a member to its name in JavaScript; where two are called the same, the first. */
function namesOnWire<T extends object>(type: ObjectType<T>, isSetting: boolean): ReadonlyMap<string, string> {
  const use = isSetting ? "setting" : "reading";
  const known = wires.get(type);
  if (known) return known[use];
  const [reading, setting] = [new Map<string, string>(), new Map<string, string>()];
  for (const [name, member] of membersOf(type)) {
    const wire = wireNameOf(name, member);
    const setWire = (member.kind === "property" ? member.setWire : undefined) ?? wire;
    if (!reading.has(wire)) reading.set(wire, name);
    if (!setting.has(setWire)) setting.set(setWire, name);
  }
  const both = { reading, setting };
  wires.set(type, both);
  return both[use];
}

function boundMember<T extends object>(type: ObjectType<T>, name: string, member: Member<T>, target: T): BoundMember {
  const common = { name: `${type.name}.${name}`, wire: wireNameOf(name, member), api: member.api };
  if (member.kind === "object") {
    return { ...common, kind: "object", guard: "none", open: (excel) => member.open(target, excel) };
  }
  if (member.kind === "method") {
    const guard = member.guard ?? "none";
    return { ...common, kind: "method", guard, run: (args, excel) => member.run(target, args, excel) };
  }
  const { get, set } = member;
  return {
    ...common,
    kind: "property",
    guard: member.guard ?? "cells",
    onlyByName: member.onlyByName ?? false,
    get: get ? (excel) => get(target, excel) : null,
    set: set
      ? (value, excel) => {
          set(target, value, excel);
        }
      : null,
  };
}

function wireNameOf(name: string, member: { readonly wire?: string }): string {
  return member.wire ?? name.charAt(0).toUpperCase() + name.slice(1);
}

// Shorthands for the tables of members.

export function readOnly<T>(api: string, get: (target: T, excel: Excel) => Json | Promise<Json>): Property<T> {
  return { kind: "property", api, get };
}

/** A property that is a field of the model. */
export function field<T, K extends keyof T>(api: string, key: K, accept: (value: Json) => T[K] & Json): Property<T> {
  return {
    kind: "property",
    api,
    get: (target) => target[key] as T[K] & Json,
    set: (target, value) => {
      target[key] = accept(value);
    },
  };
}

export function part<T>(api: string, open: (target: T, excel: Excel) => Handle | null): Navigation<T> {
  return { kind: "object", api, open };
}

export function method<T>(api: string, guard: Guard, run: Method<T>["run"]): Method<T> {
  return { kind: "method", api, guard, run };
}

// What arguments and values may be.

export function text(value: Json | Handle | undefined): string {
  if (typeof value !== "string") throw invalid(`not a text: ${describe(value)}`);
  return value;
}

export function number(value: Json | Handle | undefined): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw invalid(`not a number: ${describe(value)}`);
  return value;
}

export function wholeNumber(value: Json | Handle | undefined): number {
  if (!Number.isInteger(value)) throw invalid(`not a whole number: ${describe(value)}`);
  return number(value);
}

export function flag(value: Json | Handle | undefined): boolean {
  if (typeof value !== "boolean") throw invalid(`neither true nor false: ${describe(value)}`);
  return value;
}

export function oneOf(...words: readonly string[]): (value: Json | Handle | undefined) => string {
  return (value) => {
    if (typeof value !== "string" || !words.includes(value)) {
      throw invalid(`${describe(value)} is none of ${words.join(", ")}`);
    }
    return value;
  };
}

const namedColors: Readonly<Record<string, string>> = {
  white: "#FFFFFF",
  black: "#000000",
  red: "#FF0000",
  yellow: "#FFFF00",
};

/** "#RRGGBB", also of the few names that are known here. */
export function color(value: Json | Handle | undefined): string {
  const name = text(value);
  const hex = namedColors[name.toLowerCase()] ?? name;
  if (!/^#[0-9A-F]{6}$/i.test(hex)) throw invalid(`colour "${name}"`);
  return hex.toUpperCase();
}

export function record(value: Json | Handle | undefined): Readonly<Record<string, Json>> {
  if (typeof value !== "object" || value === null || Array.isArray(value) || isHandle(value)) {
    throw invalid(`not an object: ${describe(value)}`);
  }
  return value as Readonly<Record<string, Json>>;
}

export function isHandle(value: unknown): value is Handle {
  return typeof value === "object" && value !== null && "typeName" in value && "target" in value;
}

function describe(value: Json | Handle | undefined): string {
  return isHandle(value) ? value.typeName : (JSON.stringify(value) ?? "nothing");
}
