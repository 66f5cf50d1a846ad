import { formatArea, quoteSheet } from "./address";
import { fault, invalid, Unsupported } from "./fault";
import { flag, handle, isHandle, method, readOnly, text, type Excel, type Handle, type ObjectType } from "./members";
import type { NameModel, SheetModel } from "./model";
import type { Json } from "./protocol";
import { rangeArgument } from "./range-target";

/** The names of the workbook (sheet null) or of one sheet. */
export interface NameList {
  readonly sheet: SheetModel | null;
  readonly names: NameModel[];
}

interface NameTarget extends NameList {
  readonly name: NameModel;
}

const namedItem: ObjectType<NameTarget> = {
  name: "NamedItem",
  key: ({ name }) => name.id,
  members: () => ({
    name: readOnly("1.1", ({ name }) => name.name),
    formula: {
      kind: "property",
      api: "1.7",
      // Protection of a sheet does not cover its names.
      guard: "none",
      get: ({ name }) => name.formula,
      set: ({ name }, formula) => {
        name.formula = requireFormula(text(formula));
      },
    },
    value: readOnly("1.1", ({ name }) => constantOf(name)),
    type: readOnly("1.1", ({ name }) =>
      typeof constantOf(name) === "number" ? "Double" : name.formula.includes("!") ? "Range" : "String",
    ),
    visible: {
      kind: "property",
      api: "1.1",
      guard: "none",
      get: ({ name }) => name.visible,
      set: ({ name }, visible) => {
        name.visible = flag(visible);
      },
    },
    comment: {
      kind: "property",
      api: "1.4",
      guard: "none",
      get: ({ name }) => name.comment,
      set: ({ name }, comment) => {
        name.comment = text(comment);
      },
    },
    scope: readOnly("1.4", ({ sheet }) => (sheet === null ? "Workbook" : "Worksheet")),
    delete: method("1.4", "none", ({ names, name }) => {
      names.splice(names.indexOf(name), 1);
      return undefined;
    }),
  }),
};

export const nameCollection: ObjectType<NameList> = {
  name: "NamedItemCollection",
  members: () => ({
    add: method("1.4", "none", (target, [name, reference, comment], excel) =>
      addName(
        excel,
        target,
        text(name),
        formulaOf(reference),
        comment === null || comment === undefined ? "" : text(comment),
      ),
    ),
    getCount: method("1.4", "none", ({ names }) => names.length),
    getItem: method("1.1", "none", (target, [name], excel) => {
      const found = findHere(target, name as Json, excel);
      if (!found) throw fault("ItemNotFound", `name ${String(name)}`);
      return found;
    }),
    getItemOrNullObject: method("1.4", "none", (target, [name], excel) => findHere(target, name as Json, excel)),
  }),
  items: (target) => target.names.map((name) => handle(namedItem, { ...target, name })),
  byKey: (target, key) => find(target, key),
};

/** Excel answers a sheet with the workbook's name too, where the sheet has none of its own (office-js #1011). */
function findHere(target: NameList, key: Json, { book }: Excel): Handle | null {
  const own = find(target, key);
  return own === null && target.sheet !== null ? find({ sheet: null, names: book.names }, key) : own;
}

function find(target: NameList, key: Json): Handle | null {
  const wanted = text(key).toLowerCase();
  const found = target.names.find(({ id, name }) => id === key || name.toLowerCase() === wanted);
  return found ? handle(namedItem, { ...target, name: found }) : null;
}

function addName(excel: Excel, target: NameList, name: string, formula: string, comment: string): Handle {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || name.length > 255 || /^[A-Z]{1,3}\d+$/i.test(name)) {
    throw invalid(`name "${name}"`);
  }
  if (find(target, name)) throw fault("ItemAlreadyExists", `name ${name}`);
  const added: NameModel = { id: excel.newId(), name, formula, visible: true, comment };
  target.names.push(added);
  return handle(namedItem, { ...target, name: added });
}

/** A name stands for a range, or for a formula as text. */
function formulaOf(reference: Json | Handle | undefined): string {
  if (isHandle(reference)) {
    const { sheet, area } = rangeArgument(reference);
    const absolute = formatArea(area).replace(/[A-Z]+|\d+/g, "$$$&");
    return `=${quoteSheet(sheet.name)}!${absolute}`;
  }
  if (typeof reference === "number") return `=${String(reference)}`;
  return requireFormula(text(reference));
}

function requireFormula(formula: string): string {
  if (!formula.startsWith("=")) throw invalid(`a name's formula without "=": ${formula}`);
  if (formula.length > 8192) throw invalid("a name's formula of more than 8,192 characters");
  return formula;
}

/** The value of a name that is a constant; of a reference, its text. */
function constantOf({ formula }: NameModel): string | number {
  const quoted = /^="((?:[^"]|"")*)"$/.exec(formula);
  if (quoted) return (quoted[1] ?? "").replaceAll('""', '"');
  const number = Number(formula.slice(1));
  if (formula.length > 1 && Number.isFinite(number)) return number;
  if (/^=[^()+*/&]*!\$?[A-Z]+\$?\d+(:\$?[A-Z]+\$?\d+)?$/.test(formula)) return formula.slice(1);
  throw new Unsupported(`NamedItem.value of ${formula}`);
}
